/** The session runs: six before me, awaited and choosing, pause, absence and return, the holder, the desk's other pages. */
import type { Page } from 'playwright-core';
import {
  chooseFirst,
  doWithReason,
  myTurn,
  openBell,
  openMenu,
  pause,
  resume,
  start,
} from '../../stories/people.ts';
import { inDialog } from './before-the-day.ts';
import { type Cast, NAMES } from './cast.ts';
import { forgive, settled } from './public.ts';

export async function inTheSession(cast: Cast): Promise<void> {
  const { look, desk, mine } = cast;
  await start(desk);
  await desk.getByText('Hors ligne à l’appel').first().waitFor();
  await mine.getByText('internes avant vous').first().waitFor();
  await look('Salle, personne attendue', desk);
  await look('Ma session, six avant moi', mine);
  await deskDialogs(cast);
  await internsList(cast);
  await otherDeskPages(cast);

  const first = await cast.comes(NAMES.first);
  await myTurn(first).waitFor();
  await look('Salle, la personne appelée choisit', desk);
  await pause(desk, 'Nous répondons à une question de deux internes, reprise dans quelques minutes.');
  await mine.getByText('Session en pause').first().waitFor();
  await look('Salle, pause', desk);
  await look('Ma session, pause', mine);
  await look('À mon tour, pause', first);
  await resume(desk);
  await chooseFirst(first);
  await look('Choix enregistré', first);
  await first.context().close();

  await absences(cast);
}

async function deskDialogs({ look, desk }: Cast): Promise<void> {
  await inDialog(desk, /^Mettre en pause/u, () => look('Salle, dialogue de pause', desk));
  await inDialog(desk, 'Constater l’absence…', () => look('Salle, dialogue d’absence', desk));
  await inDialog(desk, 'Choisir à sa place…', () => look('Salle, choisir à sa place', desk));
  await inDialog(desk, 'Prolonger…', () => look('Salle, prolonger', desk));
  await openMenu(desk, NAMES.mine);
  await look('Salle, actions pour une personne', desk);
  await desk.keyboard.press('Escape');
}

async function internsList({ look, mine }: Cast): Promise<void> {
  await mine.getByRole('tab', { name: 'Liste des internes' }).click();
  await mine.getByText('Ma ligne').first().waitFor();
  await look('Liste des internes', mine);
  await mine.getByRole('tab', { name: 'Ma session' }).click();
  await openBell(mine);
  await look('Messages de la cloche', mine);
  await mine.locator('summary', { hasText: /^Messages/u }).click();
}

/** In windows of their own: the desk stays in its room. */
async function otherDeskPages({ theatre, look, desk, drawn }: Cast): Promise<void> {
  const page = await desk.context().newPage();
  const paths = {
    'Journée, une session en cours': '/journee',
    'Journal de la session': `/salle/${drawn.amphitheatre}/journal/1`,
    'Feuille de papier': `/salle/${drawn.amphitheatre}/papier?session=1`,
    'À affecter, trop tôt': `/salle/${drawn.amphitheatre}/a-affecter`,
    'Diagramme, session en cours': `/etats/${drawn.session}`,
    'Salle inconnue': '/salle/999999',
    'Accès des établissements': '/salle/etablissements',
    'Demandes de statut, aucune': '/salle/demandes',
  };
  for (const [name, path] of Object.entries(paths)) {
    await page.goto(path);
    await settled(page);
    await look(name, page);
  }
  await page.close();
  forgive(theatre, '404 (Not Found)'); // of the room that is not there
}

async function absences(cast: Cast): Promise<void> {
  const { look, desk } = cast;
  await absent(desk);
  const second = await cast.comes(NAMES.second);
  await second.getByText('Votre tour est passé').first().waitFor();
  await look('Tour manqué', second);
  const excused = await cast.comes(NAMES.excused);
  await (await openMenu(desk, NAMES.excused))
    .getByRole('button', { name: 'Noter une absence prévue…' })
    .click();
  await look('Salle, noter une absence prévue', desk);
  await doWithReason(desk, 'Formation à Lyon', 'Noter l’absence prévue');
  await excused.getByText('Votre absence est prévue').first().waitFor();
  await look('Absence prévue', excused);
  await excused.context().close();

  const giver = await cast.comes(NAMES.giver);
  await look('Procuration donnée, à son tour', giver);
  await giver.context().close();
  const holder = await cast.holderComes();
  await myTurn(holder).waitFor();
  await look('Mandataire, à son tour', holder);
  await chooseFirst(holder);
  await look('Mandataire, choix enregistré', holder);
  await holder.context().close();

  await second.getByRole('button', { name: 'Reprendre mon tour' }).click();
  await second.getByText('Vous êtes de retour').first().waitFor();
  await look('De retour', second);
  await look('Salle, quelqu’un de retour', desk);
  await absent(desk); // the fourth
  await myTurn(second).waitFor();
  await chooseFirst(second);
  await second.context().close();
}

/** Whoever is called is marked absent by hand. */
async function absent(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: 'Constater l’absence…' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Constater l’absence' }).click();
  await dialog.waitFor({ state: 'detached' });
}
