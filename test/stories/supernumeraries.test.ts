/** Who may choose which post, as each of them sees it: reservations, supernumeraries, the cap, a post taken out of the offer. */
import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { axeFaults } from './axe.ts';
import { type DrawnAmphitheatre, drawnAmphitheatre, moderators } from './drawn-amphitheatre.ts';
import {
  chooseService,
  comesIn,
  doWithReason,
  myTurn,
  openBell,
  openMenu,
  serviceRow,
  signIn,
  start,
  validateOpenAndEnter,
} from './people.ts';
import { openTheatre, type Theatre } from './theatre.ts';

const [ALIX, BASILE, CLEO, DANY] = ['Alix Arnaud', 'Basile Brun', 'Cléo Caron', 'Dany Duval'];

/** Each is one post, named after what is to become of it. */
const BY_BETTER = 'Chirurgie digestive';
const BY_WORSE = 'Chirurgie viscérale';
const OTHER_DES = 'Urologie';
const CAPPED = 'Chirurgie hépatique';
const TAKEN_OUT = 'Chirurgie oncologique';

const button = (row: Locator): Locator => row.getByRole('button', { name: /^Choisir/u });

describe('a supernumerary', function () {
  this.timeout(120_000);
  let theatre: Theatre;
  let drawn: DrawnAmphitheatre;
  let room: Page;

  before(async () => {
    theatre = await openTheatre();
    drawn = await drawnAmphitheatre(theatre.house, {
      people: [
        { name: ALIX },
        { name: BASILE, status: 'supernumeraryValidating' },
        { name: CLEO },
        { name: DANY },
        { name: 'Ève Esnault', specialty: 'Urologie', listed: false }, // whom the reserved post is for
      ],
      services: [
        { name: BY_BETTER },
        { name: BY_WORSE },
        { name: OTHER_DES, reservedFor: 'Urologie' },
        { name: CAPPED },
        { name: TAKEN_OUT },
      ],
      settings: { windowMs: 300, pauseAfterAbsences: 0, supernumeraryCap: 1 },
    });
    const [moderator] = await moderators(theatre.house, 'Marc Ollivier');
    if (moderator === undefined) throw new Error('a moderator');
    room = await theatre.visitor();
    await signIn(room, 'moderator', moderator);
    await validateOpenAndEnter(room, drawn.title);
  });
  after(async () => {
    await theatre.close();
    expect(theatre.complaints).to.deep.equal([]);
  });

  const comes = (name: string): Promise<Page> => comesIn(theatre, 'intern', drawn.account(name));
  /** What the row of a service says; with a button only where it may be chosen. */
  const says = async (page: Page, service: string, words: string, choosable: boolean): Promise<void> => {
    const row = serviceRow(page, service);
    await row.getByText(words, { exact: true }).first().waitFor();
    expect(await button(row).count(), `${service}: ${words}`).to.equal(choosable ? 1 : 0);
  };
  const becomes = async (status: string): Promise<void> => {
    await (await openMenu(room, DANY)).getByRole('button', { name: 'Changer le type de choix…' }).click();
    const dialog = room.getByRole('dialog');
    await dialog.getByRole('radio', { name: status }).check();
    await doWithReason(room, 'Accord de la commission.', 'Changer le type de choix');
  };

  it('[C8] [C9] [C15] [S1] [S2] [S6] is made one in the middle of a turn: the buttons change, the clock does not', async () => {
    const [alix, cleo, dany] = [await comes(ALIX), await comes(CLEO), await comes(DANY)];
    await start(room);
    await chooseService(alix, BY_BETTER);
    await chooseService(cleo, BY_WORSE); // Basile was not there

    await myTurn(dany).waitFor();
    const end = dany.getByText(/^fin à \d\d:\d\d:\d\d$/u);
    const endsAt = await end.innerText();
    await says(dany, BY_BETTER, 'Pourvu', false);
    await says(dany, OTHER_DES, 'Réservé au DES d’urologie', false);
    await says(dany, CAPPED, 'Libre', true);

    await becomes('Surnombre validant');
    await says(dany, BY_BETTER, 'Pourvu par un interne mieux classé', false);
    await says(dany, BY_WORSE, 'Pourvu par un interne mieux classé', false);
    await says(dany, OTHER_DES, 'Réservé au DES d’urologie', false);

    await becomes('Surnombre non validant');
    await says(dany, BY_BETTER, 'Ouvert en surnombre', true);
    await says(dany, OTHER_DES, 'Réservé au DES d’urologie', false);
    expect(await end.innerText()).to.equal(endsAt);
    expect(await axeFaults(dany)).to.deep.equal([]);

    await chooseService(dany, CAPPED); // beside its seat, which stays free; the service has its one supernumerary
    await serviceOf(alix, CAPPED, 'Libre');
  });

  it('[C10] [C14] [V12] hears in the bell of a post that is taken out of the offer, and why', async () => {
    const basile = await comes(BASILE);
    await myTurn(basile).waitFor(); // back, and nobody is left before
    const alix = await comes(ALIX);
    await room.getByRole('link', { name: 'Préparation' }).click();
    const post = room.getByRole('listitem').filter({ hasText: TAKEN_OUT });
    await post.getByRole('button', { name: /^Retirer/u }).click();
    await doWithReason(room, 'Service fermé en mai.', 'Retirer de l’offre');

    await says(basile, TAKEN_OUT, 'Retiré de l’offre par l’ARS', false);
    await (await openBell(alix))
      .getByText(/poste retiré de l’offre.: Chirurgie oncologique.*Motif.: Service fermé en mai\./u)
      .waitFor();
    expect(await axeFaults(alix)).to.deep.equal([]);
    await alix.context().close();
  });

  it('[S2] [S3] [S8] [C9] who validates chooses what their rank would still have found, up to the cap', async () => {
    const basile = await comes(BASILE);
    await myTurn(basile).waitFor();
    await says(basile, BY_BETTER, 'Pourvu par un interne mieux classé', false);
    await says(basile, BY_WORSE, 'Ouvert à votre rang', true);
    await says(basile, OTHER_DES, 'Réservé au DES d’urologie', false);
    await says(basile, CAPPED, 'Ce service a atteint son nombre de surnombres', false);
    expect(await axeFaults(basile)).to.deep.equal([]);
    await chooseService(basile, BY_WORSE);

    const seats = await theatre.house.database.sql<{ service: string; count: number }>(
      `select service.name as service, count(*)::int as count from assignment
      join post on post.id = post_id join service on service.id = post.service_id group by 1 order by 1`,
    );
    expect(seats).to.deep.equal([
      { service: BY_BETTER, count: 1 },
      { service: CAPPED, count: 1 },
      { service: BY_WORSE, count: 2 },
    ]);
  });

  /** After the choice the offer is a press away. */
  async function serviceOf(page: Page, service: string, words: string): Promise<void> {
    await page.getByRole('button', { name: 'Suivre la suite de l’amphithéâtre' }).click();
    await serviceRow(page, service).getByText(words, { exact: true }).first().waitFor();
  }
});
