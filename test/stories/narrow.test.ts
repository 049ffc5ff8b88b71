/** The room by touch alone, on the narrowest telephone and with the longest names: nothing is cut, covered or out of reach. */
import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { axeFaults } from './axe.ts';
import { type DrawnAmphitheatre, drawnAmphitheatre, moderators } from './drawn-amphitheatre.ts';
import { inOffer } from './favourite-rows.ts';
import { isFocused } from './keys.ts';
import { myTurn, saved, signIn, start, untilSeen, validateOpenAndEnter } from './people.ts';
import { openTheatre, type Theatre } from './theatre.ts';

const MINE = 'Jean-Christophe Ramanantsoavina-Andriamihaja';
const NEXT = 'Marie-Clémentine N’Diaye-Vandenbroucke';
const LATER = 'Zénaïde de\u00a0Quatrebarbes-Vandermeersch';
const NARROWEST = { width: 320, height: 568 };
/** More than are shown while one waits. */
const SERVICES = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map(letter => `Chirurgie viscérale, unité ${letter}`);
const LONG_HOUSE = 'Centre hospitalier intercommunal Lucie et Raymond Aubrac de Villeneuve-Saint-Georges';

describe('a finger on the narrowest telephone', function () {
  this.timeout(120_000);
  let theatre: Theatre;
  let drawn: DrawnAmphitheatre;
  let mine: Page;
  let next: Page;
  /** Of the second session. */
  let later: Page;

  before(async () => {
    theatre = await openTheatre();
    drawn = await drawnAmphitheatre(theatre.house, {
      people: [{ name: MINE }, { name: NEXT }, { name: LATER }],
      perSession: 2,
      services: SERVICES.map(name => ({ name, seats: 2, establishment: LONG_HOUSE })),
    });
    const [moderator] = await moderators(theatre.house, 'Marc Ollivier');
    if (moderator === undefined) throw new Error('a moderator');
    const room = await theatre.visitor();
    await signIn(room, 'moderator', moderator);
    await validateOpenAndEnter(room, drawn.title);
    [mine, next, later] = [await comes(MINE), await comes(NEXT), await comes(LATER)];
    for (const [place, service] of SERVICES.entries()) {
      await inOffer(mine, service)
        .getByRole('button', { name: /^Favori/u })
        .tap();
      await mine.getByText(new RegExp(`libres? sur ${place + 1}$`, 'u')).waitFor();
    }
    // Who is past the favourites finds them as they were; a row that comes in meanwhile moves the page once more.
    await eventually('the top of the page', () => mine.evaluate<boolean>('scrollTo(0, 0), scrollY === 0'));
    await start(room);
    await myTurn(mine).waitFor();
  });
  after(async () => {
    await theatre.close();
    expect(theatre.complaints).to.deep.equal([]);
  });

  const comes = async (name: string): Promise<Page> => {
    const page = await theatre.visitor('phone');
    await page.setViewportSize(NARROWEST);
    await signIn(page, 'intern', drawn.account(name));
    await page.getByText('Session ouverte').waitFor();
    return page;
  };

  it('reads every name whole in the list of the interns, beside no tag, and takes the call list along', async () => {
    await next.getByRole('tab', { name: 'Liste des internes' }).tap();
    const list = next.getByRole('region', { name: 'Liste des internes' });
    await list.getByText(MINE).waitFor();
    expect(await next.evaluate<string[]>(CUT_OR_COVERED)).to.deep.equal([]);
    for (const kind of ['PDF', 'CSV']) {
      const link = list.getByRole('link', { name: `Liste ${kind}` });
      expect(await link.getAttribute('href')).to.match(new RegExp(`/call-list/\\d+/${kind}$`, 'iu'));
    }
    expect(await axeFaults(next)).to.deep.equal([]);
  });

  it('sees from the second session who chooses in the first, with the seconds', async () => {
    await later.getByText(/^Session 1 · Choisit\s: /u).waitFor();
    await later.getByRole('tab', { name: 'Liste des internes' }).tap();
    const list = later.getByRole('region', { name: 'Liste des internes' });
    await list.getByText('0\u00a0choix fait sur 3 internes, session 1 sur 2 en cours').waitFor();
    const of = (name: string) => list.getByRole('list', { name }).getByRole('listitem');
    await of('Session 1')
      .filter({ hasText: MINE })
      .getByText(/^Choisit$/u)
      .waitFor();
    await of('Session 1')
      .filter({ hasText: MINE })
      .getByText(/^\d+\ss$/u)
      .waitFor();
    await of('Session 2')
      .filter({ hasText: LATER })
      .getByText(/^Vous$/u)
      .waitFor();
    expect(await later.evaluate<string[]>(CUT_OR_COVERED)).to.deep.equal([]);
    expect(await axeFaults(later)).to.deep.equal([]);
    await list.locator('summary').filter({ hasText: 'Session 1' }).tap();
    await of('Session 1').first().waitFor({ state: 'detached' });
    await list.getByRole('button', { name: 'Qui choisit' }).tap();
    await of('Session 1').filter({ hasText: MINE }).waitFor();
  });

  it('has whom to call at one’s turn, and the offer without scrolling through the favourites', async () => {
    const trouble = mine.getByRole('region', { name: /^Une difficulté/u });
    await trouble.getByRole('link', { name: /^[\d\s]+$/u }).waitFor();
    await mine.getByRole('link', { name: 'Aller à l’offre' }).tap();
    expect(await isFocused(mine.locator('#offre'))).to.equal(true);
    expect(await isOnTop(mine.getByRole('heading', { name: 'Offre de l’amphithéâtre' }))).to.equal(true);
  });

  it('sees that a choice is final beside the button that makes it, however long the names', async () => {
    const confirm = mine.getByRole('dialog').getByRole('button', { name: 'Oui, je confirme' });
    const choose = mine.getByRole('button', { name: /^Choisir/u }).first();
    await untilSeen(confirm, () => choose.tap());
    for (const seen of [confirm, mine.getByText('Ce choix est définitif.')])
      expect(await isOnTop(seen)).to.equal(true);
    expect(await axeFaults(mine)).to.deep.equal([]);
    await untilSeen(saved(mine), () => confirm.tap({ timeout: 800 }).catch(() => undefined));
    const row = later.getByRole('listitem').filter({ hasText: MINE });
    await row.getByText(SERVICES[0] ?? '').waitFor();
  });

  it('is one touch from the posts when the turn comes while the list of the interns is read', async () => {
    await myTurn(next).waitFor();
    expect(await next.getByRole('button', { name: /^Choisir/u }).count()).to.equal(0);
    await next.getByRole('button', { name: 'Aller aux postes' }).tap();
    expect(await isFocused(next.locator('#favoris'))).to.equal(true);
    expect(await isOnTop(next.getByRole('heading', { name: 'Mes favoris' }))).to.equal(true);
    expect(await next.getByRole('button', { name: 'Aller aux postes' }).count()).to.equal(0);
  });

  it('goes straight to the offer at the turn of who has no favourite: how to keep one is told before', async () => {
    await next.getByRole('link', { name: 'Choisir dans l’offre' }).tap();
    expect(await isFocused(next.locator('#offre'))).to.equal(true);
    expect(await next.getByText(/^Aucun favori pour l’instant/u).count()).to.equal(0);
  });
});

/** Its middle is on the screen, under nothing. */
const isOnTop = (target: Locator): Promise<boolean> =>
  target.evaluate(element => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const on = element.ownerDocument.elementFromPoint(left + width / 2, top + height / 2);
    return on !== null && (element.contains(on) || on.contains(element));
  });

/** Names that do not fit their place, or that a tag lies over. */
const CUT_OR_COVERED = `[...document.querySelectorAll('.intern')].flatMap(row => {
  const [name, tags] = [row.querySelector('.intern-name > b'), row.querySelector('.intern-tags')];
  const words = document.createRange();
  words.selectNodeContents(name);
  const [own, place] = [words.getBoundingClientRect(), name.getBoundingClientRect()];
  const over = [...tags.children].some(tag => {
    const box = tag.getBoundingClientRect();
    return box.left < own.right && box.right > own.left && box.top < own.bottom && box.bottom > own.top;
  });
  return own.right > place.right + 1 || over ? [name.textContent] : [];
})`;
