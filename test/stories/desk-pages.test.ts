/** The moderators' other pages on one day: settings, a post added, the board, the state chart, the sheet, the journal, those left over. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axeFaults } from './axe.ts';
import { openAmphitheatre, pause, signIn, start } from './people.ts';
import { type SmallAmphitheatre, smallAmphitheatre } from './small-amphitheatre.ts';
import { openTheatre, type Theatre } from './theatre.ts';

const REASON = 'Essai de la page.';

describe('the moderators’ other pages', function () {
  this.timeout(180_000);
  let theatre: Theatre;
  let small: SmallAmphitheatre;
  let desk: Page;

  before(async () => {
    theatre = await openTheatre();
    small = await smallAmphitheatre(theatre.house, 3, { windowMs: 120_000 });
    desk = await theatre.visitor();
    await signIn(desk, 'moderator', small.moderator);
    const amphitheatre = desk.getByRole('region', { name: small.stage.title });
    await amphitheatre.getByRole('button', { name: 'Valider' }).click();
    await openAmphitheatre(amphitheatre);
    await amphitheatre.getByRole('link', { name: 'Préparation' }).click();
  });
  after(() => theatre.close());

  const room = (): string => `/salle/${small.stage.amphitheatre}`;
  const accessible = async (page = desk): Promise<void> => {
    expect(await axeFaults(page)).to.deep.equal([]);
  };

  it('take settings within their limits, and say which are not', async () => {
    await desk.getByRole('button', { name: 'Modifier les réglages…' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel('Durée d’un tour').fill('5');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.getByText('Un nombre entier, de 10 à 900.').waitFor();
    await accessible();
    await dialog.getByLabel('Durée d’un tour').fill('150');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await desk.getByText('2\u00a0min\u00a030\u00a0s').waitFor();
  });

  it('add a post, take it out of the offer and put it back', async () => {
    await desk.getByRole('button', { name: 'Ajouter des postes…' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel('Service').selectOption({ index: 1 });
    await dialog.getByLabel('Numéro').fill('ajout');
    await dialog.getByLabel('Motif').fill(REASON);
    await dialog.getByRole('button', { name: 'Ajouter' }).click();
    await dialog.waitFor({ state: 'detached' });
    await desk.getByLabel('Chercher un poste').fill('ajout');
    for (const [act, after] of [
      ['Retirer', 'Retiré de l’offre'],
      ['Remettre', 'Libre'],
    ] as const) {
      await desk.getByRole('button', { name: `${act}…` }).click();
      await dialog.getByLabel('Motif').fill(REASON);
      await dialog.getByRole('button', { name: act }).click();
      await desk.getByText(after, { exact: true }).waitFor();
    }
    await accessible();
  });

  it('show on the day’s board a session that nobody is in the room of, on a desktop and a phone', async () => {
    await desk.goto(room());
    await start(desk);
    await desk.getByText('Hors ligne à l’appel').first().waitFor();
    for (const device of ['desktop', 'phone'] as const) {
      const board = await theatre.visitor(device);
      await signIn(board, 'moderator', small.moderator);
      await board.getByRole('heading', { name: 'Amphithéâtres' }).waitFor();
      await board.goto('/journee');
      const row = board.getByRole('row', { name: small.stage.title });
      await row.getByText('Hors ligne à l’appel').waitFor();
      await row.getByText('En cours').waitFor();
      await accessible(board);
      await board.context().close();
    }
  });

  it('light the present state in the chart, and follow it as it changes', async () => {
    const chart = await theatre.visitor();
    await chart.goto(`/etats/${small.stage.session}`);
    await chart.getByText('En cours\u00a0: Connexion attendue').first().waitFor();
    const now = chart.getByRole('table', { name: /^Commandes possibles/u });
    const stand = (name: string): Promise<string> => now.getByRole('row', { name }).innerText();
    expect(await stand('mettre en pause')).to.include('Possible');
    await pause(desk, REASON);
    await chart.getByText('En pause\u00a0: Connexion attendue').first().waitFor();
    expect(await stand('mettre en pause')).to.include('la session est en pause');
    await accessible(chart);
    await chart.context().close();
  });

  it('print the sheet with the passing order, who is there, and the free seats, each page named by its moment, without a reason of an absence', async () => {
    await desk.goto(`${room()}/papier?session=1`);
    await desk.getByText('temps arrêté').waitFor();
    const order = desk.getByRole('table', { name: 'Ordre de passage' });
    expect(await order.getByRole('row').count()).to.equal(3); // its head, and the two who are not called
    await desk
      .getByRole('table', { name: /^Postes libres/u })
      .getByText('ajout')
      .waitFor();
    const presence = order.getByRole('cell', { name: /^(?:en|hors)\sligne$/u });
    expect(await presence.count()).to.equal(2);
    const sheet = (await desk.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(sheet).to.match(/\/Type \/Page\b/u);
    const foot = "getComputedStyle(document.documentElement).getPropertyValue('--paper-sheet')";
    expect(await desk.evaluate(foot)).to.match(/, session 1, état du .+ à \d\d:\d\d:\d\d"$/u);
    await accessible();
  });

  it('narrow the journal down to what is looked for', async () => {
    await desk.goto(`${room()}/journal/1`);
    await desk.getByLabel('Lignes à lire').selectOption('Démarrage, pauses, incidents, clôture');
    await desk.getByText(REASON).waitFor();
    await desk.getByLabel('Chercher une personne').fill('2');
    await desk.getByText('0\u00a0ligne').waitFor();
    const alone = desk.getByRole('region', { name: 'Personne dans la salle' });
    expect(await alone.getByRole('link').getAttribute('href')).to.equal(`${room()}?session=1`);
    await accessible();
  });

  it('say why nobody is assigned yet, then settle everyone who is left', async () => {
    await desk.goto(`${room()}/a-affecter`);
    await desk.getByText('la dernière session n’est pas close').waitFor();
    await closeByForce();
    await desk.goto(`${room()}/a-affecter`);
    await desk.getByText('3\u00a0internes à affecter').waitFor();
    await accessible();
    const dialog = desk.getByRole('dialog');
    await desk
      .getByRole('button', { name: /^Affecter un poste/u })
      .first()
      .click();
    await dialog
      .getByRole('button', { name: /^Retenir/u })
      .first()
      .click();
    await dialog.getByLabel('Décidé par téléphone, service interrompu').check();
    await dialog.getByLabel('Motif').fill(REASON);
    await accessible();
    await dialog.getByRole('button', { name: 'Affecter ce poste' }).click();
    for (const left of [2, 1]) {
      await desk.getByText(new RegExp(`^${left}\u00a0internes? à affecter`, 'u')).waitFor();
      await desk
        .getByRole('button', { name: /^Laisser sans poste/u })
        .first()
        .click();
      await dialog.getByLabel('Motif').fill(REASON);
      await dialog.getByRole('button', { name: 'Laisser sans poste' }).click();
      await dialog.waitFor({ state: 'detached' });
    }
    await desk.getByText('Tout est décidé').waitFor();
  });

  it('complain of nothing in the console', () => {
    expect(theatre.complaints).to.deep.equal([]);
  });

  async function closeByForce(): Promise<void> {
    await desk.goto(room());
    await desk.getByRole('button', { name: 'Fermer la session…' }).click();
    await desk
      .getByRole('dialog')
      .getByRole('button', { name: /^Fermer, 3/u })
      .click();
    await desk.getByText('Close').first().waitFor();
  }
});
