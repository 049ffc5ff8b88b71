/** Favourites arranged by a finger on a telephone: a row follows its grip, the others make room, the page scrolls at its edge. */
import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { axeFaults } from './axe.ts';
import { type DrawnAmphitheatre, drawnAmphitheatre, moderators } from './drawn-amphitheatre.ts';
import { inOffer } from './favourite-rows.ts';
import { fingerOn } from './finger.ts';
import type { Point } from './finger.ts';
import { signIn, validateOpenAndEnter } from './people.ts';
import { openTheatre, type Theatre } from './theatre.ts';

const NAMES = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
const MINE = 'Camille Aubertin';

describe('favourites under a finger', function () {
  this.timeout(120_000);
  let theatre: Theatre;
  let drawn: DrawnAmphitheatre;
  let page: Page;

  before(async () => {
    theatre = await openTheatre();
    drawn = await drawnAmphitheatre(theatre.house, {
      people: [{ name: MINE }],
      services: NAMES.map(name => ({ name: serviceOf(name), seats: 1 })),
    });
    const [moderator] = await moderators(theatre.house, 'Marc Ollivier');
    if (moderator === undefined) throw new Error('a moderator');
    const room = await theatre.visitor();
    await signIn(room, 'moderator', moderator);
    await validateOpenAndEnter(room, drawn.title);
    page = await theatre.visitor('phone');
    await signIn(page, 'intern', drawn.account(MINE));
    for (const [place, name] of NAMES.entries()) {
      await inOffer(page, serviceOf(name))
        .getByRole('button', { name: /^Favori/u })
        .tap();
      await page.getByText(new RegExp(`libres? sur ${place + 1}$`, 'u')).waitFor();
    }
  });
  beforeEach(async () => {
    await page.goto('/favoris');
    await row('A').waitFor();
    await page.evaluate('scrollTo(0, 0)');
    for (const [place, name] of NAMES.entries()) {
      await number(name).fill(String(place + 1));
      await number(name).press('Enter');
    }
    await isOrdered('ABCDEFGH');
    await page.evaluate('document.activeElement.blur(), scrollTo(0, 0)');
  });
  after(async () => {
    await theatre.close();
    expect(theatre.complaints).to.deep.equal([]);
  });

  const number = (name: string): Locator =>
    page.getByRole('textbox', { name: `Numéro de ${serviceOf(name)},` });
  const row = (name: string): Locator => page.getByRole('listitem').filter({ has: number(name) });
  const placeOf = async (found: Locator): Promise<Point> => {
    const box = await found.boundingBox();
    if (box === null) throw new Error('it is not on the screen');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const grip = (name: string): Promise<Point> => placeOf(row(name).locator('[data-grip]'));
  const order = async (): Promise<string> => {
    const labels = await page
      .getByRole('textbox', { name: /^Numéro de /u })
      .evaluateAll(fields => fields.map(field => field.getAttribute('aria-label') ?? ''));
    return labels.map(label => /unité (\w)/u.exec(label)?.[1] ?? '?').join('');
  };
  const isOrdered = (wished: string): Promise<unknown> =>
    eventually(`the order ${wished}`, async () => (await order()) === wished);
  const scrolled = (): Promise<number> => page.evaluate<number>('scrollY');

  it('[F7] follow it by their grip, and the others make room before it is lifted', async () => {
    await page.evaluate(`scrollBy(0, ${(await grip('A')).y - 250})`); // far from the screen's edges
    const before = await scrolled();
    const finger = await fingerOn(page);
    await finger.down(await grip('A'));
    await finger.to(await grip('B'));
    const [a, b, c] = [await placeOf(row('A')), await placeOf(row('B')), await placeOf(row('C'))];
    expect([b.y, a.y, c.y]).to.deep.equal([b.y, a.y, c.y].toSorted((one, other) => one - other));
    expect(await scrolled(), 'the page stays').to.equal(before);
    await finger.up();
    await isOrdered('BACDEFGH');
    await page.getByRole('status').filter({ hasText: 'numéro 2 sur 8' }).waitFor();
    expect(await axeFaults(page)).to.deep.equal([]);
  });

  it('[F7] reach what is below the screen: the page scrolls while one is held at its edge', async () => {
    const finger = await fingerOn(page);
    const start = await grip('A');
    await finger.down(start);
    await finger.to({ ...start, y: 830 });
    await eventually('the end of the list', async () => {
      const [last, held] = [await placeOf(row('H')), await placeOf(row('A'))];
      return held.y > last.y;
    });
    expect(await scrolled()).to.be.greaterThan(0);
    await finger.up();
    await isOrdered('BCDEFGHA');
  });

  it('are left alone by a finger that scrolls the page', async () => {
    const finger = await fingerOn(page);
    const { x, y } = await placeOf(row('D').locator('b').first());
    await finger.down({ x, y });
    await finger.to({ x, y: y - 300 });
    await eventually('the page scrolled', async () => (await scrolled()) > 100);
    await finger.up();
    expect(await order()).to.equal('ABCDEFGH');
  });

  it('go back where they were when Échap is pressed', async () => {
    const finger = await fingerOn(page);
    await finger.down(await grip('A'));
    await finger.to(await grip('C'));
    await page.keyboard.press('Escape');
    await finger.up();
    expect(await order()).to.equal('ABCDEFGH');
    expect(await row('A').getAttribute('style')).to.match(/^$/);
  });
});

const serviceOf = (name: string): string => `Chirurgie viscérale, unité ${name}`;
