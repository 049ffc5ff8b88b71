/** The public space without an account, at a desk and on a phone: doors, one's session, adequacy, a hospital's board through a loss of the network, sharing and paper. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axeFaults } from './axe.ts';
import { chooseFirst, signIn, start, validateOpenAndEnter } from './people.ts';
import { smallAmphitheatre } from './small-amphitheatre.ts';
import type { SmallAmphitheatre } from './small-amphitheatre.ts';
import { openTheatre } from './theatre.ts';
import type { Theatre } from './theatre.ts';

const NARROWEST = 320; // CSS pixels (WCAG 1.4.10)
/** What a browser says of a network that was taken away on purpose. */
const AWAY = /ERR_INTERNET_DISCONNECTED/u;

describe('the public space', function () {
  this.timeout(120_000);
  let theatre: Theatre;
  let small: SmallAmphitheatre;
  let list: string;

  before(async () => {
    theatre = await openTheatre({ installs: true });
    small = await smallAmphitheatre(theatre.house, 2, { windowMs: 60_000 });
    list = `/amphitheatres/${small.stage.amphitheatre}`;
  });
  after(() => theatre.close());
  afterEach(() => {
    expect(theatre.complaints.filter(complaint => !AWAY.test(complaint))).to.deep.equal([]);
  });

  const seen = async (page: Page, path: string, text: RegExp | string): Promise<void> => {
    await page.goto(path);
    await page.getByText(text).first().waitFor();
    expect(await axeFaults(page)).to.deep.equal([]);
  };

  for (const device of ['desktop', 'phone'] as const)
    it(`has a door to everything, accessible and no wider than a ${device}`, async () => {
      const anyone = await theatre.visitor(device);
      await anyone.goto('/');
      await anyone.getByText(/\d\spostes dans \d+\sétablissements/u).waitFor();
      await anyone.getByRole('main').getByRole('link', { name: 'Trouver ma session' }).click();
      await anyone
        .getByRole('combobox', { name: 'Amphithéâtre' })
        .selectOption(String(small.stage.amphitheatre));
      await anyone.getByLabel('Ordre d’appel').fill('2');
      await anyone.getByText('Session 1', { exact: true }).waitFor();
      await anyone.getByText(/^vers \d+\sh/u).waitFor(); // by the room's own estimate
      expect(await axeFaults(anyone)).to.deep.equal([]);
      await anyone.reload(); // the address holds what was asked
      await anyone.getByText('Liste provisoire').waitFor();
      await seen(anyone, list, 'Liste provisoire.');
      await anyone.goto('/adequation');
      await anyone.getByLabel('Trier par').selectOption({ label: 'Taux, le plus haut d’abord' });
      await anyone.getByText(/pour 100 internes/u).waitFor();
      const rates = await anyone.locator('tbody td:last-child b').allInnerTexts();
      const numbers = rates.map(rate => Number.parseFloat(rate.replace(',', '.')));
      expect(numbers.length).to.be.greaterThan(1);
      expect(numbers).to.deep.equal(numbers.toSorted((a, b) => b - a));
      expect(anyone.url()).to.include('tri=highest');
      if (device === 'phone') {
        await anyone.setViewportSize({ width: NARROWEST, height: 640 });
        await seen(anyone, list, 'Liste provisoire.');
        expect(await anyone.evaluate('document.documentElement.scrollWidth')).to.equal(NARROWEST);
      }
      await anyone.context().close();
    });

  it('reaches the other pages from the bar by keys, and the menu closes by Échap', async () => {
    const anyone = await theatre.visitor();
    await anyone.goto('/');
    const more = anyone.getByRole('banner').locator('summary', { hasText: 'Informations utiles' });
    await more.focus();
    await anyone.keyboard.press('Enter');
    const door = anyone.getByRole('banner').getByRole('link', { name: 'Taux d’adéquation' });
    await door.waitFor();
    await anyone.keyboard.press('Escape');
    await door.waitFor({ state: 'hidden' });
    await anyone.keyboard.press('Enter');
    await door.click();
    await anyone.getByRole('heading', { level: 1, name: 'Taux d’adéquation' }).waitFor();
    await door.waitFor({ state: 'hidden' });
    await anyone.context().close();
  });

  it('shares the address, and prints with semester and hour and without controls', async () => {
    const anyone = await theatre.visitor();
    await anyone.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await anyone.goto(list);
    await anyone.getByRole('table', { name: 'Liste d’appel' }).waitFor();
    await anyone.getByRole('button', { name: 'Partager' }).click();
    await anyone.getByRole('button', { name: 'Lien copié' }).waitFor();
    expect(await anyone.evaluate<string>('navigator.clipboard.readText()')).to.equal(anyone.url());
    await anyone.emulateMedia({ media: 'print' });
    await anyone.getByText(/^Page imprimée le .+, heure de Paris$/u).waitFor();
    await anyone
      .getByText(/^Semestre d’.+/u)
      .first()
      .waitFor();
    expect(await anyone.getByRole('banner').isVisible()).to.equal(false);
    expect(await anyone.getByRole('button').count()).to.equal(0);
    const repeated = `getComputedStyle(document.querySelector('thead')).display`;
    expect(await anyone.evaluate(repeated)).to.equal('table-header-group');
    await anyone.context().close();
  });

  it('holds in the address what is looked for among people, hospitals, amphitheatres and assignments', async () => {
    const anyone = await theatre.visitor();
    await anyone.goto(list);
    await anyone.getByLabel('Chercher dans la liste').fill('zzz');
    await anyone.getByText('Personne ne correspond').waitFor();
    await anyone.reload();
    await anyone.getByText('Personne ne correspond').waitFor();

    await anyone.goto('/etablissements');
    await anyone.getByLabel('Chercher un établissement').fill('zzz');
    await anyone.getByText('Aucun établissement ne correspond').waitFor();
    await anyone.reload();
    await anyone.getByText('Aucun établissement ne correspond').waitFor();
    await anyone.goto('/amphitheatres?recherche=zzz');
    await anyone.getByText('Aucun amphithéâtre ne correspond').waitFor();
    expect(await anyone.getByLabel('Chercher un amphithéâtre').inputValue()).to.equal('zzz');

    await anyone.goto('/affectations');
    const where = anyone.getByRole('combobox', { name: 'Amphithéâtre' });
    await where.selectOption(String(small.stage.amphitheatre));
    await anyone.getByText('Par nom', { exact: true }).click();
    await anyone.getByLabel('Chercher une affectation').fill('zzz');
    await anyone.getByText('Aucune affectation ne correspond').waitFor();
    await anyone.reload();
    await anyone.getByText('Aucune affectation ne correspond').waitFor();
    await where.locator('option:checked', { hasText: small.stage.title }).waitFor({ state: 'attached' });
    expect(new URL(anyone.url()).search).to.equal(
      `?amphitheatre=${small.stage.amphitheatre}&tri=name&recherche=zzz`,
    );
    await anyone.context().close();
  });

  it('[D9] shows a hospital its choices as they happen, service and never post, and comes back after a loss of the network', async () => {
    const { sql } = theatre.house.database;
    const [first] = small.interns;
    if (first === undefined) throw new Error('an intern');
    const room = await theatre.visitor();
    await signIn(room, 'moderator', small.moderator);
    await validateOpenAndEnter(room, small.stage.title);
    const intern = await theatre.visitor('phone');
    await signIn(intern, 'intern', first);
    await start(room);
    await chooseFirst(intern);
    const [place] = await sql<{ finess: string; service: string; post: string }>(
      `select finess, service.name as service, post.number as post from assignment
      join post on post.id = post_id join service on service.id = service_id
      join establishment on establishment.id = establishment_id where ended_at is null`,
    );
    if (place === undefined) throw new Error('a choice');

    const wall = await theatre.visitor();
    await seen(wall, `/etablissements/${place.finess}`, 'Sessions en cours');
    await wall.getByText(/^poste pourvu sur \d+ offerts, \d+ en attente d’un choix$/u).waitFor();
    await wall
      .getByText(/libres?, en attente/u)
      .first()
      .waitFor();
    await wall.getByText('1 sans choix encore').waitFor();
    await wall.getByText(/^mis à jour à \d\d:\d\d:\d\d/u).waitFor();
    await wall.getByRole('region', { name: 'Derniers choix' }).getByText(place.service).waitFor();
    expect(await wall.content()).not.to.include(place.post);
    await wall.getByRole('button', { name: 'Écran mural' }).click();
    await wall.getByRole('button', { name: 'Quitter l’écran mural' }).waitFor();
    await wall.getByRole('banner').waitFor({ state: 'hidden' });
    expect(await axeFaults(wall)).to.deep.equal([]);

    await wall.context().setOffline(true);
    await wall.getByText('Connexion perdue').waitFor();
    await wall.getByText(/^Vue arrêtée à \d\d:\d\d:\d\d/u).waitFor();
    await wall.getByRole('region', { name: 'Derniers choix' }).getByText(place.service).waitFor();
    expect(await axeFaults(wall)).to.deep.equal([]);
    await wall.context().setOffline(false);
    await wall.getByText('En direct', { exact: true }).waitFor(); // by itself

    const own = wall.getByRole('heading', { name: 'Votre établissement' });
    await wall.goto('/etablissements'); // a glance at a board makes it nobody's own
    await wall.getByLabel('Chercher un établissement').waitFor();
    expect(await own.count()).to.equal(0);
    await wall.goto(`/etablissements/${place.finess}`);
    await wall.getByRole('button', { name: 'C’est mon établissement' }).click();
    await wall.goto('/etablissements');
    await own.waitFor();
    await wall.getByRole('link', { name: 'Ouvrir le tableau' }).click();
    await wall.getByRole('region', { name: 'Services' }).waitFor();
  });
});
