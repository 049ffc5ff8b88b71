/** The offer: read by everybody on a phone as it fills, searched, shared by its address; a search kept there is found in the amphitheatre. */
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { axeFaults } from './axe.ts';
import { drawnAmphitheatre, moderators } from './drawn-amphitheatre.ts';
import type { DrawnAmphitheatre } from './drawn-amphitheatre.ts';
import { isFocused } from './keys.ts';
import { signIn, validateOpenAndEnter } from './people.ts';
import { openTheatre, type Theatre } from './theatre.ts';

const rows = (page: Page): Locator =>
  page
    .getByRole('region', { name: /^(?:Postes du semestre|Offre de l’amphithéâtre)/u })
    .getByRole('listitem');
const row = (page: Page, service: string): Locator =>
  rows(page).filter({ has: page.getByText(service, { exact: true }) });
const criterion = (page: Page, words: string): Locator =>
  page.getByRole('button', { name: `Retirer le critère ${words}` });
/** What was found, in the page’s words. */
const found = (page: Page, words: string): Promise<void> => page.getByText(words, { exact: true }).waitFor();
const query = (page: Page): URLSearchParams => new URL(page.url()).searchParams;

describe('the offer', function () {
  this.timeout(120_000);
  let theatre: Theatre;
  let drawn: DrawnAmphitheatre;

  before(async () => {
    theatre = await openTheatre();
    drawn = await drawnAmphitheatre(theatre.house, {
      people: [
        { name: 'Alix Arnaud', specialty: 'Urologie' },
        { name: 'Sacha Blin', specialty: 'Chirurgie viscérale et digestive' },
      ],
      services: [
        { name: 'Chirurgie œsogastrique', seats: 3, establishment: 'Hôpital Élan', head: 'Pr Zoé Éluard' },
        { name: 'Lithiase', seats: 2, establishment: 'Hôpital Écho', earmark: 'laser' },
        { name: 'Hypnose clinique', seats: 30 },
        { name: 'Transplantation', reservedFor: 'Chirurgie viscérale et digestive' },
      ],
    });
  });
  after(async () => {
    await theatre.close();
    // The browser’s own word for the name that was taken.
    expect(theatre.complaints.filter(text => !text.includes('409 (Conflict)'))).to.deep.equal([]);
  });

  it('is searched on a phone without an account, follows what is filled, and stands in the address', async () => {
    const phone = await theatre.visitor('phone');
    await phone.goto('/postes?vue=nulle');
    await phone.getByText('Une partie de l’adresse n’a pas été comprise').waitFor();
    const words = phone.getByRole('textbox', { name: 'Chercher dans l’offre' });
    await words.fill('OESOGASTRIQUE eluard');
    await found(phone, '1 service, 3 postes, 0 pourvu');
    await row(phone, 'Chirurgie œsogastrique').getByText('3 libres', { exact: true }).waitFor();
    await phone.waitForURL(url => url.searchParams.get('q') === 'OESOGASTRIQUE eluard');
    expect(query(phone).get('vue')).to.equal(null);

    await theatre.house.database.sql(
      `update post set blocked = true where number like '%-1' and amphitheatre_id = ?::int
        and service_id = (select id from service where name = 'Chirurgie œsogastrique')`,
      [drawn.amphitheatre],
    );
    await row(phone, 'Chirurgie œsogastrique').getByText('2 libres', { exact: true }).waitFor();

    await phone.getByRole('button', { name: 'Effacer la recherche' }).click();
    await phone.getByRole('button', { name: /^Recherche avancée/u }).click();
    const establishment = phone.getByRole('combobox', { name: 'Établissement' });
    await establishment.fill('echo');
    await establishment.press('ArrowDown');
    await establishment.press('Enter');
    await establishment.fill('elan');
    await establishment.press('Enter');
    await criterion(phone, 'Établissement\u00a0: Hôpital Écho').waitFor();
    await found(phone, '2 services, 5 postes, 0 pourvu');
    await phone.getByRole('combobox', { name: 'Fléchage' }).fill('LASER');
    await phone.getByRole('combobox', { name: 'Fléchage' }).press('Enter');
    await found(phone, '1 service, 2 postes, 0 pourvu');
    expect(query(phone).getAll('etablissement')).to.deep.equal(['Hôpital Écho', 'elan']);
    await phone.getByText('Demandé\u00a0: Hôpital Écho, elan', { exact: true }).waitFor(); // under its own field
    expect(await axeFaults(phone)).to.deep.equal([]);
    await phone
      .getByRole('button', { name: 'Voir le résultat\u00a0: 1 service, 2 postes, 0 pourvu' })
      .click();
    expect(await phone.getByRole('combobox', { name: 'Fléchage' }).count()).to.equal(0);
    expect(await isFocused(phone.locator('#offre'))).to.equal(true);

    await criterion(phone, 'Fléchage\u00a0: LASER').click();
    await found(phone, '2 services, 5 postes, 0 pourvu');
    await phone.goBack();
    await found(phone, '1 service, 2 postes, 0 pourvu');
    const other = await theatre.visitor('phone');
    await other.goto(phone.url());
    await found(other, '1 service, 2 postes, 0 pourvu');

    await row(other, 'Lithiase').getByRole('button').first().click();
    await other
      .getByRole('button', { name: /^Fiche du poste/u })
      .first()
      .click();
    const sheet = other.getByRole('dialog', { name: /^Poste n°/u });
    await sheet.getByText('Hôpital Écho').waitFor();
    expect(await axeFaults(other)).to.deep.equal([]);
    await sheet.getByRole('button', { name: 'Voir tous les postes de ce service' }).click();
    await found(other, '1 service, 2 postes, 0 pourvu');
    expect(await rows(other).count()).to.equal(2);
    await other.getByRole('button', { name: 'Voir tous les postes', exact: true }).click();
    await other.getByText('Un seul service est affiché.').waitFor({ state: 'hidden' });
    await other.setViewportSize({ width: 320, height: 640 });
    expect(await other.evaluate<number>('document.documentElement.scrollWidth')).to.equal(320);
  });

  it('is printed whole, with the search named, and downloaded as it is searched', async () => {
    const anyone = await theatre.visitor('desktop');
    await anyone.goto('/postes?vue=poste&q=hypnose');
    await found(anyone, '1 service, 30 postes, 0 pourvu');
    await rows(anyone).nth(24).waitFor();
    expect(await rows(anyone).count()).to.equal(25);
    // In one go: the browser prints what stands there when its event has been heard.
    const onPaper = await anyone.evaluate<number>(
      `dispatchEvent(new Event('beforeprint')), document.querySelectorAll('.offer-list > li').length`,
    );
    expect(onPaper).to.equal(30);
    await anyone.emulateMedia({ media: 'print' });
    await anyone.getByText('Recherche\u00a0– Mots cherchés\u00a0: hypnose.').waitFor();
    await anyone.evaluate(`dispatchEvent(new Event('afterprint'))`);
    await anyone.emulateMedia({ media: 'screen' });
    const [download] = await Promise.all([
      anyone.waitForEvent('download'),
      anyone.getByRole('link', { name: 'Télécharger en CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).to.match(/^postes-tous-les-amphitheatres.*\.csv$/u);
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
    expect(lines).to.have.lengthOf(31);
    await anyone.context().close();
  });

  it('shows an intern reasons and hearts in their own part, and keeps searches for both pages', async () => {
    const [desk = { email: '', password: '' }] = await moderators(theatre.house, 'Marc Ollivier');
    const room = await theatre.visitor();
    await signIn(room, 'moderator', desk);
    await validateOpenAndEnter(room, drawn.title);
    const desktop = await theatre.visitor('desktop');
    await signIn(desktop, 'intern', drawn.account('Alix Arnaud'));
    await desktop.getByRole('region', { name: /^Offre de l’amphithéâtre/u }).waitFor();

    await desktop.goto('/postes?vue=poste&tri=service');
    await desktop.getByRole('textbox', { name: 'Chercher dans l’offre' }).fill('récit transplantation');
    await row(desktop, 'Transplantation')
      .getByText('Réservé au DES de chirurgie viscérale et digestive')
      .waitFor();
    await row(desktop, 'Transplantation')
      .getByRole('button', { name: /^Favori/u })
      .waitFor();
    await desktop.getByRole('textbox', { name: 'Chercher dans l’offre' }).fill('lithiase');
    await found(desktop, '1 service, 2 postes, 0 pourvu');
    const [firstPost, heart] = [rows(desktop).first(), { name: /^Favori/u }];
    await firstPost.getByRole('button', heart).click();
    await desktop
      .getByRole('dialog', { name: 'Un seul poste, pas tout le service' })
      .getByRole('button', { name: 'Garder ce poste seul' })
      .click();
    await firstPost.getByRole('button', { name: /^Favori n°.1/u }).waitFor();
    await desktop.getByRole('button', { name: 'Numéro' }).click();
    await desktop.getByRole('button', { name: 'Sauvegarder la recherche' }).click();
    const dialog = desktop.getByRole('dialog', { name: 'Sauvegarder la recherche' });
    await dialog.getByLabel('Nom de la recherche').fill('Mes calculs');
    expect(await axeFaults(desktop)).to.deep.equal([]);
    await dialog.getByRole('button', { name: 'Sauvegarder', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });

    await desktop.goto('/ma-session');
    await desktop.getByRole('button', { name: 'Mes recherches (1)' }).click();
    const kept = desktop.getByRole('dialog', { name: 'Mes recherches' });
    await kept.getByText('1 service, 2 postes, 0 pourvu').waitFor();
    expect(await axeFaults(desktop)).to.deep.equal([]);
    await kept.getByRole('button', { name: /^Mes calculs/u }).click();
    await found(desktop, '1 service, 2 postes, 0 pourvu');
    expect(await rows(desktop).count()).to.equal(2);
    await desktop.getByText('Non pourvus', { exact: true }).click();
    await desktop.getByRole('button', { name: 'Sauvegarder la recherche' }).click();
    await dialog.getByLabel('Nom de la recherche').fill('Mes calculs');
    await dialog.getByRole('button', { name: 'Sauvegarder', exact: true }).click();
    await dialog.getByRole('button', { name: /^Remplacer/u }).click();
    await dialog.waitFor({ state: 'hidden' });
    const [saved] = await theatre.house.database.sql<{ query: string }>('select query from saved_search');
    expect(saved?.query).to.equal('q=lithiase&pourvus=non&vue=poste&tri=numero');
    await desktop.goBack();
    await desktop.goBack();
    await desktop.waitForURL(url => url.search === '');
  });
});
