/** A mandate in the room, and one browser signed in as intern and as holder: who chooses is said, and changes hands in the turn (domain §6). */
import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { makeAccounts } from '../../api/accounts.ts';
import { hashPassword } from '../../api/sign-in/passwords.ts';
import { eventually } from '../support/eventually.ts';
import { axeFaults } from './axe.ts';
import { chooseFirst, myTurn, secondsOn, signIn, start, validateOpenAndEnter } from './people.ts';
import { type SmallAmphitheatre, smallAmphitheatre } from './small-amphitheatre.ts';
import { openTheatre, type Theatre } from './theatre.ts';

const HOLDER = { email: 'mandataire@recit.example', password: 'un-mot-de-passe-de-recit' };

describe('two accounts', function () {
  this.timeout(120_000);
  let theatre: Theatre;
  let small: SmallAmphitheatre;
  let room: Page;

  before(async () => {
    theatre = await openTheatre();
    small = await smallAmphitheatre(theatre.house, 2, { windowMs: 60_000 });
    await giveMandate();
    room = await theatre.visitor();
    await signIn(room, 'moderator', small.moderator);
    await validateOpenAndEnter(room, small.stage.title);
  });
  after(() => theatre.close());

  it('[C12] [T12] [W27] are one browser’s, and the mandate taken back in the turn gives the button back, the clock going on', async () => {
    const [giver, own] = small.interns;
    if (giver === undefined || own === undefined) throw new Error('two interns');
    const both = await theatre.visitor();
    await signIn(both, 'mandatary', HOLDER);
    await both.getByText('En direct').first().waitFor();
    await accountMenu(both).click();
    await both.getByRole('link', { name: 'Se connecter comme interne' }).click();
    await both.getByLabel('Adresse e-mail').fill(own.email);
    await both.getByLabel('Mot de passe').fill(own.password);
    await both.getByRole('main').getByRole('button', { name: 'Se connecter', exact: true }).click();
    await both.getByText('En direct').first().waitFor();
    const mine = await theatre.visitor('phone');
    await signIn(mine, 'intern', giver);
    await mine.getByText('En direct').first().waitFor();

    await start(room);
    await both.getByText('C’est à vous de choisir pour Numéro 1').first().waitFor();
    await switchAccount(both);
    await myTurn(both).waitFor();
    await both.getByText('Vous choisissez pour').first().waitFor();
    await chooseButtons(both).first().waitFor();
    expect(new URL(both.url()).pathname).to.equal('/procuration');

    await mine.getByText('choisit à votre place. C’est son tour en ce moment.').waitFor();
    await mine.getByText(HOLDER.email).first().waitFor();
    expect(await chooseButtons(mine).count()).to.equal(0);
    expect(await myTurn(mine).count()).to.equal(0);
    for (const page of [mine, both]) expect(await axeFaults(page)).to.deep.equal([]);

    const before = await secondsOn(both);
    await mine.getByRole('button', { name: 'Annuler la procuration' }).click();
    await mine.getByRole('dialog').getByRole('button', { name: 'Annuler la procuration' }).click();
    await myTurn(mine).waitFor();
    await chooseButtons(mine).first().waitFor();
    expect(await secondsOn(mine)).to.be.within(before - 20, before);
    await eventually('the same clock in the moderators’ room', async () => {
      const [here, there] = await Promise.all([secondsOn(mine), secondsOn(room)]);
      return Math.abs(here - there) <= 1;
    });
    await both.getByText('La procuration n’est plus en vigueur').first().waitFor();
    expect(await chooseButtons(both).count()).to.equal(0);

    await chooseFirst(mine);
    await both.getByText('C’est à vous de choisir pour vous-même').first().waitFor();
    await switchAccount(both);
    await chooseFirst(both);
    expect(new URL(both.url()).pathname).to.equal('/ma-session');
    const made = await theatre.house.database.sql(
      `select made_by as by, call_order as "order" from assignment
      join call_list_entry using (roster_entry_id) order by assignment.id`,
    );
    expect(made).to.deep.equal([
      { by: 'intern', order: 1 },
      { by: 'intern', order: 2 },
    ]);
    expect(theatre.complaints).to.deep.equal([]);
  });

  /** As it stands once the holder has accepted: of the first of the call order. */
  async function giveMandate(): Promise<void> {
    const { sql } = theatre.house.database;
    const accounts = [{ realm: 'mandatary' as const, email: HOLDER.email, name: 'Camille Delorme' }];
    const [account] = await makeAccounts(sql, accounts, await hashPassword(HOLDER.password), true);
    await sql(
      `insert into mandate (roster_entry_id, email, account_id, accepted_at)
      select id, ?::text, ?::int, now() from roster_entry where person = ?::text`,
      [HOLDER.email, account?.id, small.stage.people[0]?.id],
    );
  }
});

const accountMenu = (page: Page): Locator =>
  page.getByRole('banner').locator('summary:visible').filter({ hasText: 'Numéro' });

/** The two presses. */
async function switchAccount(page: Page): Promise<void> {
  await accountMenu(page).click();
  await page
    .getByRole('banner')
    .getByRole('link', { name: /^Passer à ce compte/u })
    .click();
}

const chooseButtons = (page: Page): Locator => page.getByRole('button', { name: /^Choisir/u });
