/** One's turn comes while one reads another page than the room: it is said there, with the seconds and the way in. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './accessible.ts';
import { chooseFirst, myTurn, saved, secondsOn, signIn, start, validateOpenAndEnter } from './people.ts';
import { smallAmphitheatre } from './small-amphitheatre.ts';
import { openTheatre, type Theatre } from './theatre.ts';

describe('a turn that comes while another page is read', function () {
  this.timeout(120_000);
  let theatre: Theatre;

  before(async () => {
    theatre = await openTheatre();
  });
  after(async () => {
    await theatre.close();
    expect(theatre.complaints).to.deep.equal([]);
  });

  const strip = (page: Page) => page.getByRole('region', { name: 'Mon tour' });

  it('[V5] is announced, counted down and one touch away, on the offer as on the favourites', async () => {
    const { stage, moderator, interns } = await smallAmphitheatre(theatre.house, 2);
    const room = await theatre.visitor();
    await signIn(room, 'moderator', moderator);
    await validateOpenAndEnter(room, stage.title);
    const pages: Page[] = [];
    for (const [index, path] of ['/postes', '/favoris'].entries()) {
      const page = await theatre.visitor('phone');
      const intern = interns[index];
      if (intern === undefined) throw new Error('two interns');
      await signIn(page, 'intern', intern);
      await page.getByText('En direct').first().waitFor();
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      pages.push(page);
    }
    const [first, second] = pages;
    if (first === undefined || second === undefined) throw new Error('two pages');
    expect(await strip(first).count()).to.equal(0);

    await start(room);
    await strip(first).getByText('C’est à vous de choisir').waitFor();
    expect(await secondsOn(first)).to.be.within(1, 90);
    await first
      .getByRole('alert')
      .getByText(/^C’est à vous de choisir\./u)
      .waitFor({ state: 'attached' });
    await strip(second).getByText('C’est bientôt votre tour').waitFor();
    expect(await accessibilityFaults(first)).to.deep.equal([]);
    expect(await accessibilityFaults(second)).to.deep.equal([]);

    await strip(first).getByRole('link', { name: 'Aller choisir' }).click();
    await myTurn(first).waitFor();
    expect(await strip(first).count()).to.equal(0);
    await chooseFirst(first);
    await saved(first).waitFor();
    await strip(second).getByText('C’est à vous de choisir').waitFor();
    await first.goto('/postes');
    await first.getByRole('heading', { level: 1 }).waitFor();
    expect(await strip(first).count()).to.equal(0);
  });
});
