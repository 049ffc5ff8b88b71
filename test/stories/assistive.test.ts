/** The pages that count as they are heard (order, headings, names, live regions) and in forced colours; a search and a lost server told. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { heard, jumps, unclear } from './heard.ts';
import { isFocused, seen } from './keys.ts';
import { myTurn, signIn, start, validateOpenAndEnter } from './people.ts';
import { type SmallAmphitheatre, smallAmphitheatre } from './small-amphitheatre.ts';
import { openTheatre, type Theatre } from './theatre.ts';

const TABS = 25; // far enough to come past strips, tabs, favourites and into the offer

describe('with assistive technology', function () {
  this.timeout(120_000);
  let theatre: Theatre;
  let small: SmallAmphitheatre;
  let desk: Page;
  let mine: Page;

  before(async () => {
    theatre = await openTheatre();
    small = await smallAmphitheatre(theatre.house, 3, { windowMs: 120_000 });
    desk = await theatre.visitor();
    await signIn(desk, 'moderator', small.moderator);
    await validateOpenAndEnter(desk, small.stage.title);
    mine = await theatre.visitor('phone');
    const [, second] = small.interns;
    if (second === undefined) throw new Error('a second intern');
    await signIn(mine, 'intern', second);
    await start(desk);
    await mine.getByText('interne avant vous').first().waitFor();
  });
  after(() => theatre.close());

  /** What each page has before its content, and after it. */
  const frame = ({ landmarks }: { readonly landmarks: readonly string[] }): readonly string[] =>
    landmarks.filter(one => ['banner', 'region Où en est la session', 'main', 'contentinfo'].includes(one));

  it('the room is heard from where the session is to the offer, without a jump or a nameless control', async () => {
    const room = await heard(mine);
    expect(frame(room)).to.deep.equal(['banner', 'region Où en est la session', 'main', 'contentinfo']);
    expect(jumps(room)).to.deep.equal([]);
    expect(unclear(room)).to.deep.equal([]);
    const inMain = room.landmarks.slice(room.landmarks.indexOf('main'));
    const order = ['region Votre place', 'region Mes favoris', 'region Offre de l’amphithéâtre'];
    expect(inMain.filter(one => order.includes(one))).to.deep.equal(order);
    expect(room.controls[0]).to.equal('link Aller au contenu');
  });

  for (const [what, path, title] of [
    ['the favourites', '/favoris', 'Mes favoris'],
    ['the offer', '/postes', 'Postes offerts'],
    ['my amphitheatre', '/mon-amphitheatre', null],
  ] as const)
    it(`${what} are heard in order, each control by a name of its own`, async () => {
      const page = await mine.context().newPage();
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('.loading').first().waitFor({ state: 'detached' });
      const told = await heard(page);
      expect(frame(told)).to.deep.equal(['banner', 'main', 'contentinfo']);
      expect(jumps(told)).to.deep.equal([]);
      expect(unclear(told)).to.deep.equal([]);
      if (title !== null) expect(told.headings[0]).to.deep.equal({ level: 1, name: title });
      await page.close();
    });

  it('the desk is heard from the turn to the queue, the journal and the messages', async () => {
    const told = await heard(desk);
    expect(jumps(told)).to.deep.equal([]);
    expect(unclear(told)).to.deep.equal([]);
    const names = told.headings.map(({ name }) => name);
    const order = ['File de passage', 'Journal', 'Message'];
    expect(names.filter(name => order.includes(name))).to.deep.equal(order);
  });

  it('the two live regions are there before anything is said, and stay the same from page to page', async () => {
    const page = await theatre.visitor();
    await page.goto('/');
    const regions =
      '[...document.querySelectorAll("body .hidden-text > [role=status], body .hidden-text > [role=alert]")]';
    expect(
      await page.evaluate(
        `window.first = ${regions}; first.map(one => one.role ?? one.getAttribute("role"))`,
      ),
    ).to.deep.equal(['status', 'alert']);
    await page.getByRole('main').getByRole('link', { name: 'Amphithéâtres' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Amphithéâtres' }).waitFor();
    expect(await page.evaluate(`${regions}.every((one, place) => one === first[place])`)).to.equal(true);
    await page.context().close();
  });

  it('a search tells once what it has found, when the typing stops', async () => {
    const search = mine
      .getByRole('region', { name: 'Offre de l’amphithéâtre' })
      .getByLabel('Chercher dans l’offre');
    await search.pressSequentially('introuvable');
    await mine.getByRole('status').filter({ hasText: 'Rien ne correspond' }).waitFor();
    await search.fill('');
    await mine
      .getByRole('status')
      .filter({ hasText: /sur \d+/u })
      .waitFor();
  });

  it('a server that does not answer is told, and the page comes by itself when it does again', async () => {
    const page = await theatre.visitor();
    await page.route('**/api/**', route => route.abort());
    await page.goto('/amphitheatres');
    await page.getByText('Le serveur ne répond pas').first().waitFor();
    await page.unroute('**/api/**');
    await page.getByText(small.stage.title).first().waitFor({ timeout: 30_000 }); // asked again each 10 s, unless hidden
    await page.getByText('Le serveur ne répond pas').first().waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('forced colours keep icons, words and edges, and the focus is seen wherever Tab leads', async () => {
    const [first] = small.interns;
    if (first === undefined) throw new Error('a first intern');
    const page = await theatre.visitor();
    await signIn(page, 'intern', first);
    await myTurn(page).waitFor();
    for (const forced of [page, mine, desk]) {
      await forced.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
      expect(await forced.evaluate<string[]>(LOST_IN_FORCED_COLOURS)).to.deep.equal([]);
      await forced.evaluate('document.activeElement?.blur(); scrollTo(0, 0)');
      let tabs = 0;
      for (; tabs < TABS; tabs++) {
        await forced.keyboard.press('Tab');
        if (await isFocused(forced.locator('body'))) break; // behind the last of the page
        await seen(forced);
      }
      expect(tabs).to.be.greaterThan(TABS / 2);
      await forced.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
    }
  });
});

/** Icons in the colour of their ground, tags without a word, buttons without an edge. */
const LOST_IN_FORCED_COLOURS = `{
  const visible = element => element.checkVisibility({ visibilityProperty: true });
  const told = element => element.className.baseVal ?? element.className + ' «' + element.textContent.trim().slice(0, 40) + '»';
  const ground = element => {
    for (let one = element; one; one = one.parentElement) {
      const { backgroundColor } = getComputedStyle(one);
      if (!/, 0\\)$|transparent/u.test(backgroundColor)) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const all = selector => [...document.querySelectorAll(selector)].filter(visible);
  [
    ...all('svg.icon').filter(icon => getComputedStyle(icon).color === ground(icon)).map(icon => 'icon lost: ' + told(icon) + ' in ' + told(icon.parentElement)),
    ...all('.tag').filter(tag => tag.textContent.trim() === '').map(tag => 'no word: ' + told(tag)),
    ...all('button.ds-button').filter(button => getComputedStyle(button).borderStyle === 'none').map(button => 'no edge: ' + told(button)),
  ];
}`;
