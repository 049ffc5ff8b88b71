/** Presence and absence as domain §3 has them, each with what the intern sees of it and what the moderators can prove. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axeFaults } from './axe.ts';
import {
  type DrawnAmphitheatre,
  type DrawnPerson,
  drawnAmphitheatre,
  moderators,
} from './drawn-amphitheatre.ts';
import type { SessionSettings } from '../../machines/session/world.ts';
import { isFocused } from './keys.ts';
import {
  chooseFirst,
  comesIn,
  doWithReason,
  myTurn,
  openMenu,
  resume,
  showQueue,
  signIn,
  start,
  validateOpenAndEnter,
} from './people.ts';
import { openTheatre, type Theatre } from './theatre.ts';

const ALIX = 'Alix Arnaud';
const BASILE = 'Basile Brun';
const CLEO = 'Cléo Caron';
const DANY = 'Dany Duval';
const PEOPLE: readonly DrawnPerson[] = [ALIX, BASILE, CLEO, DANY].map(name => ({ name }));
const SHORT_WINDOW = { windowMs: 300, pauseAfterAbsences: 0 };

describe('an absence', function () {
  this.timeout(120_000);
  let theatre: Theatre;
  let drawn: DrawnAmphitheatre;
  let room: Page;

  before(async () => {
    theatre = await openTheatre();
    room = await theatre.visitor();
    const [moderator] = await moderators(theatre.house, 'Marc Ollivier');
    if (moderator === undefined) throw new Error('a moderator');
    await signIn(room, 'moderator', moderator);
    await room.getByRole('heading', { name: 'Amphithéâtres' }).waitFor();
  });
  after(async () => {
    await theatre.close();
    expect(theatre.complaints).to.deep.equal([]);
  });

  /** An amphitheatre of its own, open, with the moderator in its room. */
  const open = async (settings: Partial<SessionSettings>): Promise<void> => {
    drawn = await drawnAmphitheatre(theatre.house, {
      people: PEOPLE,
      services: [{ name: 'Urologie générale', seats: 5 }],
      settings,
    });
    await room.goto('/salle');
    await validateOpenAndEnter(room, drawn.title);
  };
  const comes = (name: string): Promise<Page> => comesIn(theatre, 'intern', drawn.account(name), 'phone');
  const leaves = async (page: Page, name: string): Promise<void> => {
    await page.context().close();
    await room.getByRole('row', { name }).getByText('Hors ligne').waitFor();
  };
  const passed = (page: Page): Promise<void> => page.getByText('Votre tour est passé').first().waitFor();
  const back = (page: Page): Promise<void> => page.getByText('Vous êtes de retour').first().waitFor();

  it('[A1] [A5] [A13] [L1] [L2] [L3] [L7] comes back by itself once, by the button once, then by the moderators alone', async () => {
    await open(SHORT_WINDOW);
    const [basile, cleo, dany] = [await comes(BASILE), await comes(CLEO), await comes(DANY)];
    await start(room);

    await myTurn(basile).waitFor(); // Alix was awaited for the window, and was not there
    let alix = await comes(ALIX);
    await back(alix);
    await leaves(alix, ALIX);
    await chooseFirst(basile);

    await myTurn(cleo).waitFor();
    alix = await comes(ALIX);
    await passed(alix);
    await alix.getByText('sans que vous soyez en ligne').waitFor();
    expect(await axeFaults(alix)).to.deep.equal([]);
    await alix.getByRole('button', { name: 'Reprendre mon tour' }).click();
    await back(alix);
    await leaves(alix, ALIX);
    await chooseFirst(cleo);

    await myTurn(dany).waitFor();
    alix = await comes(ALIX);
    await alix.getByText('Pour choisir, appelez l’ARS').waitFor();
    expect(await alix.getByRole('button', { name: 'Reprendre mon tour' }).count()).to.equal(0);

    await showQueue(room, 'Absences');
    const menu = await openMenu(room, ALIX);
    const seen = menu.getByRole('region', { name: 'Ce que le serveur a vu' });
    await seen.getByText('Hors ligne pendant toute la fenêtre de connexion (A1)').waitFor();
    await seen.getByText(/^\d\d:\d\d:\d\d, serveur /u).waitFor();
    expect(await axeFaults(room)).to.deep.equal([]);
    await menu.getByRole('button', { name: 'Rappeler dans la file…' }).click();
    await doWithReason(room, 'Nous a appelés.', 'Rappeler dans la file');
    await back(alix);
    await chooseFirst(dany);
    await chooseFirst(alix);
  });

  it('[A3] [A5] [L5] whose time ran out comes back by the button, called at once where nobody is left', async () => {
    await open({ ...SHORT_WINDOW, turnMs: 3_000, graceMs: 100 });
    const alix = await comes(ALIX);
    await start(room);
    await myTurn(alix).waitFor();
    await alix
      .getByRole('button', { name: /^Choisir/u })
      .first()
      .focus();
    await passed(alix);
    expect(await isFocused(alix.locator('#situation'))).to.equal(true); // the button has gone with the turn
    await alix.getByText(/^Les 3\u00a0s se sont écoulées à \d\d:\d\d:\d\d sans confirmation/u).waitFor();

    await room.getByText('File terminée').waitFor(); // the others are not there
    await showQueue(room, 'Absences');
    const menu = await openMenu(room, ALIX);
    await menu.getByText('En ligne à la fin du temps, sans choix (A3)').waitFor();
    await menu.getByRole('button', { name: 'Fermer' }).click();
    await alix.getByRole('button', { name: 'Reprendre mon tour' }).click();
    await myTurn(alix).waitFor();
  });

  it('[A8] [A10] [H9] [V2] [V3] that is planned shows its reason to the person alone, and lifted late it is a return', async () => {
    await open({ windowMs: 60_000 });
    const [alix, basile] = [await comes(ALIX), await comes(BASILE)];
    const cleo = await theatre.visitor('phone');
    const frames: string[] = [];
    cleo.on('websocket', socket => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));
    await signIn(cleo, 'intern', drawn.account(CLEO));
    await start(room);
    await myTurn(alix).waitFor();

    const reason = 'Formation à Lyon';
    await (await openMenu(room, BASILE)).getByRole('button', { name: 'Noter une absence prévue…' }).click();
    await doWithReason(room, reason, 'Noter l’absence prévue');
    await basile.getByText('Votre absence est prévue').waitFor();
    await basile.getByText(reason).waitFor();
    await basile.locator('main a[href^="tel:"]').first().waitFor(); // whom to call to choose all the same
    await cleo.getByRole('tab', { name: 'Liste des internes' }).click();
    await cleo.getByRole('listitem').filter({ hasText: BASILE }).getByText('Ne choisit pas').waitFor();
    for (const page of [basile, cleo, room]) expect(await axeFaults(page)).to.deep.equal([]);

    await chooseFirst(alix);
    await myTurn(cleo).waitFor(); // nobody waited for Basile
    await showQueue(room, 'Prévues');
    const menu = await openMenu(room, BASILE);
    await menu.getByText(reason).waitFor();
    await menu.getByRole('button', { name: 'Lever l’absence prévue…' }).click();
    await doWithReason(room, 'Présente finalement.', 'Lever l’absence prévue');
    await back(basile);
    await cleo.getByRole('tab', { name: 'Ma session' }).click();
    await chooseFirst(cleo);
    await myTurn(basile).waitFor();
    expect(frames.length).to.be.greaterThan(0);
    expect(frames.filter(frame => frame.includes(reason))).to.deep.equal([]);
  });

  it('[A6] [P2] is the third in a row: the session pauses itself and says why; the next one loses nothing', async () => {
    await open({ windowMs: 300, pauseAfterAbsences: 3 });
    const dany = await comes(DANY);
    await start(room);

    await room.getByText(/Pause automatique.: absences en série/u).waitFor();
    await myTurn(dany).waitFor();
    await dany.getByText('Plusieurs absences de suite').waitFor();
    await dany.getByRole('timer', { name: '90 secondes pour choisir' }).waitFor();
    for (const page of [room, dany]) expect(await axeFaults(page)).to.deep.equal([]);
    await resume(room);
    await chooseFirst(dany);
  });
});
