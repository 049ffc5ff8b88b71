/** The public pages in their other states: before anything is published, a search that finds nothing, a pause, paper; and how they write French. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axeFaults } from './axe.ts';
import { pause, signIn, start, validateOpenAndEnter } from './people.ts';
import { smallAmphitheatre } from './small-amphitheatre.ts';
import type { SmallAmphitheatre } from './small-amphitheatre.ts';
import { openTheatre } from './theatre.ts';
import type { Theatre } from './theatre.ts';

const TEXTS = ['/aide', '/accessibilite', '/donnees-personnelles', '/mentions-legales', '/informations'];
const OTHERS = [
  '/',
  '/connexion',
  '/postes',
  '/amphitheatres',
  '/etablissements',
  '/adequation',
  '/attestation',
];

/** An ordinary space where French keeps sign and word together, an English quote, a typewriter's apostrophe. */
const BROKEN = /[\p{L}\p{N})»] [;:!?»%](?=\s|$)|« \S|\S"\p{L}|\p{L}'\p{L}/gu;

describe('the public pages in their states', function () {
  this.timeout(120_000);
  let theatre: Theatre;
  let small: SmallAmphitheatre;

  before(async () => {
    theatre = await openTheatre();
    small = await smallAmphitheatre(theatre.house, 2, { windowMs: 60_000 });
  });
  after(() => theatre.close());

  const seen = async (page: Page, path: string, text: string): Promise<void> => {
    await page.goto(path);
    await page.getByText(text, { exact: true }).first().waitFor();
    expect(await axeFaults(page)).to.deep.equal([]);
  };
  const publish = (columns: string): Promise<unknown> =>
    theatre.house.database.sql(`update amphitheatre set ${columns}`);

  it('write French as the French do', async () => {
    const anyone = await theatre.visitor();
    const faults: string[] = [];
    for (const path of [...TEXTS, ...OTHERS]) {
      await anyone.goto(path);
      await anyone.getByRole('heading', { level: 1 }).waitFor();
      await anyone.locator('.loading').first().waitFor({ state: 'detached' });
      const text = await anyone.locator('body').innerText();
      faults.push(
        ...[...text.matchAll(BROKEN)].map(({ index }) => `${path}: ${text.slice(index - 20, index + 20)}`),
      );
    }
    expect(faults.join('\n')).to.equal('');
    await anyone.context().close();
  });

  it('print their texts without the bar, with whose they are and when', async () => {
    const anyone = await theatre.visitor();
    for (const path of TEXTS) {
      await anyone.goto(path);
      await anyone.getByRole('button', { name: 'Imprimer' }).waitFor();
      await anyone.emulateMedia({ media: 'print' });
      await anyone.getByText(/^Page imprimée le .+, heure de Paris$/u).waitFor();
      expect(await anyone.getByRole('banner').isVisible()).to.equal(false);
      await anyone.emulateMedia({ media: 'screen' });
    }
    await anyone.context().close();
  });

  it('say what to change where a search finds nothing, and lead back to the whole list', async () => {
    const anyone = await theatre.visitor('phone');
    for (const [path, label] of [
      ['/etablissements', 'Chercher un établissement'],
      ['/amphitheatres', 'Chercher un amphithéâtre'],
      [`/amphitheatres/${small.stage.amphitheatre}`, 'Chercher dans la liste'],
    ] as const) {
      await anyone.goto(path);
      await anyone.getByRole('textbox', { name: label }).fill('nulle part ainsi');
      await anyone.getByText(/ne correspond à cette recherche$/u).waitFor();
      expect(await axeFaults(anyone)).to.deep.equal([]);
      await anyone.getByRole('button', { name: 'Tout montrer' }).click();
      expect(await anyone.getByRole('textbox', { name: label }).inputValue()).to.equal('');
    }
    await anyone.goto('/affectations');
    await anyone.getByRole('textbox', { name: 'Chercher une affectation' }).fill('nulle part ainsi');
    await anyone.getByRole('button', { name: 'Tout montrer' }).click();
    await anyone.getByText('Aucun choix enregistré pour l’instant').waitFor();
    await anyone.context().close();
  });

  it('tell who waits for which session, and count the seats of single posts and of a department', async () => {
    const [cut] = await theatre.house.database.sql<{ id: number }>(
      'select amphitheatre_id as id from session where not rehearsal group by amphitheatre_id having count(*) > 1',
    );
    const anyone = await theatre.visitor();
    await anyone.goto(`/amphitheatres/${cut?.id}`);
    await anyone.getByRole('columnheader', { name: 'Service choisi' }).waitFor();
    for (const name of ['Session 1', 'Session 2'])
      await anyone.getByRole('cell', { name, exact: true }).nth(1).waitFor(); // block by block

    await anyone.goto('/postes?departement=75');
    const paris = anyone.getByRole('listitem').filter({ hasText: '75 – Paris' });
    await paris
      .getByText(/^0 \/ \d+ pourvu$/u)
      .first()
      .waitFor();
    await anyone
      .getByText(/^0 \/ 1 pourvu$/u)
      .first()
      .waitFor();
    await anyone.context().close();
  });

  it('put the services of a hospital before sessions that are still to come', async () => {
    const anyone = await theatre.visitor('phone');
    await anyone.goto('/etablissements');
    await anyone.getByRole('main').locator('a[href^="/etablissements/"]').first().click();
    const [services, next] = [
      anyone.getByRole('region', { name: 'Services' }),
      anyone.getByRole('region', { name: 'Prochaines sessions' }),
    ];
    await next.waitFor();
    const [above, below] = await Promise.all([services.boundingBox(), next.boundingBox()]);
    expect(above?.y ?? Infinity).to.be.lessThan(below?.y ?? 0);
    await anyone.context().close();
  });

  it('show whoever is signed in their own amphitheatre before everything else', async () => {
    const [first = { email: '', password: '' }] = small.interns;
    const intern = await theatre.visitor('phone');
    await signIn(intern, 'intern', first);
    await intern.waitForURL(/ma-session/u);
    await intern.goto('/');
    const mine = intern.getByRole('region', { name: 'Mon amphithéâtre' });
    await mine.waitFor();
    const [own, door] = await Promise.all([
      mine.boundingBox(),
      intern.getByRole('main').getByRole('link', { name: 'Postes offerts' }).boundingBox(),
    ]);
    expect(own?.y ?? Infinity).to.be.lessThan(door?.y ?? 0);
    expect(await axeFaults(intern)).to.deep.equal([]);
    await intern.context().close();
  });

  it('say before publication what will be there, and where to look meanwhile', async () => {
    const anyone = await theatre.visitor('phone');
    await publish('offer_published_at = null, timetable_published_at = null, call_list_published_at = null');
    await seen(anyone, '/postes', 'Aucun poste publié pour l’instant');
    await anyone.getByRole('link', { name: 'Voir les amphithéâtres publiés' }).click();
    await anyone.getByRole('link', { name: 'Lire comment se préparer' }).waitFor();
    await seen(anyone, '/etablissements', 'Aucun poste publié');
    await seen(anyone, '/adequation', 'Aucun taux à montrer pour l’instant');

    await publish('call_list_published_at = now()');
    await seen(anyone, `/amphitheatres/${small.stage.amphitheatre}`, 'Liste provisoire.');
    await anyone.getByRole('link', { name: 'Liste d’appel, PDF' }).waitFor();
    await anyone.getByRole('cell', { name: 'à fixer' }).first().waitFor();
    await publish('offer_published_at = now(), timetable_published_at = now()');
    await anyone.getByRole('region', { name: 'État de la session' }).getByText('En direct').waitFor(); // by itself
    await anyone.context().close();
  });

  it('say in a pause since when, why, and that nobody loses their place', async () => {
    const room = await theatre.visitor();
    await signIn(room, 'moderator', small.moderator);
    await validateOpenAndEnter(room, small.stage.title);
    await start(room);
    await pause(room, 'Nous répondons à une question.');
    const anyone = await theatre.visitor('phone');
    await seen(
      anyone,
      `/amphitheatres/${small.stage.amphitheatre}`,
      'Le temps est arrêté, personne ne perd sa place.',
    );
    await anyone.getByText('Nous répondons à une question.').waitFor();
    await room.context().close();
    await anyone.context().close();
  });

  it('complain of nothing in the console', () => {
    expect(theatre.complaints).to.deep.equal([]);
  });
});
