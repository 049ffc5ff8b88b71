/** What a room brings after it is there: without it nothing is missing that a turn needs, and a press asks for it again. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axeFaults } from './axe.ts';
import { chooseFirst, signIn, start, validateOpenAndEnter } from './people.ts';
import { smallAmphitheatre, type SmallAmphitheatre } from './small-amphitheatre.ts';
import { openTheatre, type Theatre } from './theatre.ts';

const LATER = /\/assets\/(?:later|requests)-/u;

describe('the later parts of the room', function () {
  this.timeout(120_000);
  let theatre: Theatre;
  let small: SmallAmphitheatre;
  let room: Page;

  before(async () => {
    theatre = await openTheatre();
    small = await smallAmphitheatre(theatre.house, 2, { windowMs: 60_000 });
    room = await theatre.visitor();
    await signIn(room, 'moderator', small.moderator);
    await validateOpenAndEnter(room, small.stage.title);
  });
  after(() => theatre.close());

  const enter = async (order: number, device: 'desktop' | 'phone'): Promise<Page> => {
    const page = await theatre.visitor(device);
    await page.route(LATER, route => route.abort());
    await signIn(page, 'intern', small.interns[order - 1] ?? small.moderator);
    await page.getByText('En direct').first().waitFor();
    return page;
  };
  const missing = (page: Page) =>
    page.getByText('La liste des internes n’a pas pu s’afficher', { exact: true });

  it('say in their place that they did not come, and come at a press, the room going on', async () => {
    const page = await enter(2, 'desktop');
    await page.getByRole('tab', { name: 'Liste des internes' }).click();
    await missing(page).waitFor();
    expect(await axeFaults(page)).to.deep.equal([]);
    await page.unroute(LATER);
    await page.getByRole('tabpanel').getByRole('button', { name: 'Réessayer' }).click();
    await page.getByRole('list', { name: /^Session/u }).waitFor();
    expect(await missing(page).count()).to.equal(0);
    await page.getByText('En direct').first().waitFor();
  });

  it('are not needed at one’s turn: without them one chooses, and confirms', async () => {
    const page = await enter(1, 'phone');
    await start(room);
    await chooseFirst(page);
    await page.getByText('Votre choix est enregistré').first().waitFor();
  });
});
