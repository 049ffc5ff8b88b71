/** One session in the moderators' hands: time, telephone, messages, choices made, corrected and assigned for others, closing by force. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { axeFaults } from './axe.ts';
import { type DrawnAmphitheatre, drawnAmphitheatre, moderators } from './drawn-amphitheatre.ts';
import {
  comesIn,
  doWithReason,
  myTurn,
  openBell,
  openMenu,
  saved,
  showQueue,
  signIn,
  start,
  untilSeen,
  validateOpenAndEnter,
} from './people.ts';
import { openTheatre, type Theatre } from './theatre.ts';

const [ALIX, BASILE, CLEO, DANY] = ['Alix Arnaud', 'Basile Brun', 'Cléo Caron', 'Dany Duval'];
const [FIRST, SECOND, RESERVED] = ['Chirurgie digestive', 'Chirurgie viscérale', 'Urologie'];
const WHY = 'Décidé au téléphone.';

describe('the moderators’ acts', function () {
  this.timeout(120_000);
  let theatre: Theatre;
  let drawn: DrawnAmphitheatre;
  let room: Page;
  let alix: Page;
  let basile: Page;

  before(async () => {
    theatre = await openTheatre();
    drawn = await drawnAmphitheatre(theatre.house, {
      people: [{ name: ALIX }, { name: BASILE }, { name: CLEO }, { name: DANY, specialty: 'Urologie' }],
      services: [{ name: FIRST }, { name: SECOND }, { name: RESERVED, reservedFor: 'Urologie' }],
      settings: { windowMs: 120_000 },
    });
    const [moderator] = await moderators(theatre.house, 'Marc Ollivier');
    if (moderator === undefined) throw new Error('a moderator');
    room = await theatre.visitor();
    await signIn(room, 'moderator', moderator);
    await validateOpenAndEnter(room, drawn.title);
    [alix, basile] = [await comes(ALIX), await comes(BASILE)];
    await start(room);
  });
  after(async () => {
    await theatre.close();
    expect(theatre.complaints).to.deep.equal([]);
  });

  const comes = (name: string): Promise<Page> => comesIn(theatre, 'intern', drawn.account(name));
  const act = (name: string): Promise<void> => room.getByRole('button', { name }).first().click();
  const accessible = async (...pages: readonly Page[]): Promise<void> => {
    for (const page of pages) expect(await axeFaults(page)).to.deep.equal([]);
  };
  /** In the dialog that is open: this service's post is the one. */
  const retain = (service: string): Promise<void> =>
    room
      .getByRole('dialog')
      .getByRole('button', { name: `Retenir ${service}` })
      .click();
  const chooseFor = async (service: string): Promise<void> => {
    await act('Choisir à sa place…');
    await retain(service);
    await accessible(room);
    await doWithReason(room, WHY, 'Enregistrer ce choix');
  };
  /** The mail of this subject to somebody, in the development mailbox. */
  const mailed = async (name: string, subject: RegExp): Promise<void> => {
    const box = await theatre.visitor();
    await box.goto('/courriers');
    await box
      .getByRole('link', { name: drawn.account(name).email })
      .filter({ hasText: subject })
      .first()
      .waitFor();
    await box.context().close();
  };

  it('[T15] [M25] [H9] give the turn more time, which its person sees, and read a telephone, which the journal keeps', async () => {
    await myTurn(alix).waitFor();
    const end = alix.getByText(/^fin à \d\d:\d\d:\d\d$/u);
    const endsAt = secondsOf(await end.innerText());
    await act('Prolonger…');
    await room.getByRole('dialog').getByText('+\u00a01\u00a0min', { exact: true }).click();
    await accessible(room);
    await doWithReason(room, 'Réseau de l’hôpital lent.', /^Prolonger de/u);
    await eventually(
      'a minute more',
      async () => secondsOf(await end.innerText()) === (endsAt + 60) % 86_400,
    );

    const number = room.getByRole('link', { name: '06\u00a039\u00a098\u00a000\u00a001' });
    await untilSeen(number, () => act('Afficher le téléphone'));
    await journal(/Marc Ollivier\s: affiche le téléphone du n°\s1$/u);
  });

  it('[C16] say before anything is sent that the post retained was taken out of the offer meanwhile', async () => {
    const [post] = await theatre.house.database.sql<{ id: number }>(
      `select post.id from post join service on service.id = post.service_id
      where service.name = ? and post.amphitheatre_id = ?::int`,
      [SECOND, drawn.amphitheatre],
    );
    const block = (blocked: boolean): Promise<number> =>
      room.evaluate(
        async ([id, body]) => {
          const headers = { 'content-type': 'application/json' };
          return (await fetch(`/api/desk/posts/${id}/blocked`, { method: 'PUT', headers, body })).status;
        },
        [post?.id, JSON.stringify({ blocked, reason: WHY })] as const,
      );
    const dialog = room.getByRole('dialog');
    const send = dialog.getByRole('button', { name: 'Enregistrer ce choix' });
    await act('Choisir à sa place…');
    await retain(SECOND);
    await send.waitFor();
    expect(await block(true)).to.equal(200);
    await dialog.getByText('Retiré de l’offre par l’ARS. Choisissez un autre poste.').waitFor();
    expect(await send.count()).to.equal(0);
    await accessible(room);
    expect(await block(false)).to.equal(200);
    await send.waitFor();
    await dialog.getByRole('button', { name: 'Annuler' }).click();
  });

  it('[C16] choose on behalf of the called one, whose screen and mail follow', async () => {
    await chooseFor(FIRST);
    await saved(alix).waitFor();
    await alix.getByText(FIRST).first().waitFor();
    await mailed(ALIX, /choix/iu);
    await journal(/choix fait à sa place/u);
  });

  it('[A4] [L7] [M24] note an absence and call back, write to one person, and to everybody', async () => {
    await myTurn(basile).waitFor();
    await act('Constater l’absence…');
    await doWithReason(room, 'Ne répond pas.', 'Constater l’absence');
    await basile.getByText('L’ARS a noté votre absence').waitFor();
    await showQueue(room, 'Absences');
    await (await openMenu(room, BASILE)).getByRole('button', { name: 'Rappeler dans la file…' }).click();
    await doWithReason(room, 'Nous a appelés.', 'Rappeler dans la file');
    await basile.getByText('Vous êtes de retour').waitFor();

    await showQueue(room, 'À venir');
    await (await openMenu(room, BASILE)).getByRole('button', { name: 'Message à cette personne…' }).click();
    await write('Restez en ligne.', 'Envoyer');
    await room.getByLabel('Message à tous').fill('Un poste est réservé.');
    await act('Envoyer…');
    await room.getByRole('dialog').getByRole('button', { name: 'Envoyer à 4 internes' }).click();
    await room.getByRole('dialog').waitFor({ state: 'detached' });

    const toBasile = await openBell(basile);
    await toBasile.getByText('Un poste est réservé.').waitFor();
    await toBasile.getByText(/ARS, pour vous.: Restez en ligne\./u).waitFor();
    const toAlix = await openBell(alix);
    await toAlix.getByText('Un poste est réservé.').waitFor();
    expect(await alix.getByText('Restez en ligne.').count()).to.equal(0);
    await accessible(basile, room);
  });

  it('[C17] correct a choice: the screen of the person follows, the seat is offered again, a mail says so', async () => {
    await showQueue(room, 'Passés');
    await (await openMenu(room, ALIX)).getByRole('button', { name: 'Corriger le choix…' }).click();
    await retain(SECOND);
    await accessible(room);
    await doWithReason(room, 'Erreur de saisie.', 'Corriger le choix');
    await alix.getByRole('region', { name: 'Fiche de votre poste' }).getByText(SECOND).waitFor();
    await mailed(ALIX, /corrig/iu);
    await chooseFor(FIRST); // Cléo, who is awaited: the freed seat may be chosen
  });

  it('[T17] [T18] pass the turn of somebody who can choose nothing, without an absence', async () => {
    await myTurn(basile).waitFor();
    await room.getByText('Aucun poste possible pour cette personne').waitFor();
    await accessible(room);
    await act('Passer le tour…');
    await doWithReason(room, 'Plus de poste.', 'Passer le tour');
    await basile.getByText('Aucun poste n’était possible à votre tour').waitFor();
    expect(await basile.getByText('Votre absence est prévue').count()).to.equal(0);
    await accessible(basile);
  });

  it('[M8] [M9] [M13] [C22] print the queue, close by force, told what remains, then assign', async () => {
    await room.getByRole('link', { name: 'Continuer sur papier' }).click();
    await room.getByText(DANY).first().waitFor();
    await room
      .getByRole('table', { name: /^Postes libres/u })
      .getByText(RESERVED)
      .waitFor();
    await accessible(room);
    await room.goBack();

    await act('Fermer la session…');
    const dialog = room.getByRole('dialog', { name: /1 interne n’a pas choisi/u });
    await dialog.getByText(/^1\sinterne sans choix\s: sur la liste à affecter, sans absence\.$/u).waitFor();
    await dialog.getByText(/^1\stour passé sans poste possible/u).waitFor();
    await accessible(room);
    await doWithReason(room, 'Fin de journée.', 'Fermer, 1 interne sans choix');

    await room.getByRole('link', { name: 'Voir la liste à affecter' }).click();
    await room.getByText('2\u00a0internes à affecter').waitFor();
    await room.getByRole('button', { name: `Affecter un poste… (${DANY})` }).click();
    await retain(RESERVED);
    await doWithReason(room, WHY, 'Affecter ce poste');
    await room.getByText('1\u00a0interne à affecter').waitFor();
    await mailed(DANY, /./u);
    const made = await theatre.house.database.sql(
      `select call_order as "order", service.name as service, made_by as by from assignment
      join call_list_entry using (roster_entry_id) join post on post.id = post_id
      join service on service.id = post.service_id where ended_at is null order by 1`,
    );
    expect(made).to.deep.equal([
      { order: 1, service: SECOND, by: 'moderator' },
      { order: 3, service: FIRST, by: 'moderator' },
      { order: 4, service: RESERVED, by: 'moderator' },
    ]);
  });

  const journal = (text: RegExp): Promise<void> =>
    room.getByRole('region', { name: 'Journal' }).getByRole('listitem').getByText(text).first().waitFor();
  async function write(text: string, send: string): Promise<void> {
    const dialog = room.getByRole('dialog');
    await dialog.getByLabel('Message').fill(text);
    await dialog.getByRole('button', { name: send }).click();
    await dialog.waitFor({ state: 'detached' });
  }
});

/** Of the day, from «fin à 09:57:24». */
function secondsOf(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = (/\d\d:\d\d:\d\d/u.exec(text)?.[0] ?? '')
    .split(':')
    .map(Number);
  return (hours * 60 + minutes) * 60 + seconds;
}
