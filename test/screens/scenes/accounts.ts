/** Accounts: signing up, a forgotten password, links that open nothing, one's profile; people and moderators at the desk. */
import type { Page } from 'playwright-core';
import { demoOf } from '../../stories/demo.ts';
import { signIn } from '../../stories/people.ts';
import type { Scene } from '../scene.ts';
import { forgive, settled } from './public.ts';

const LINKS: Readonly<Record<string, string>> = {
  'Inscription, lien périmé': '/inscription#périmé',
  'Mot de passe, lien périmé': '/mot-de-passe#périmé',
  'Adresse e-mail, lien périmé': '/adresse#périmé',
  'Invitation, lien périmé': '/invitation#périmé',
};

export const ACCOUNTS: Scene = {
  title: 'Comptes',
  async play(theatre, look) {
    const { interns, moderator } = await demoOf(theatre.house);
    const [intern] = interns;
    if (intern === undefined) throw new Error('an intern');

    const newcomer = await theatre.visitor();
    await newcomer.goto('/inscription');
    await settled(newcomer);
    await look('Inscription', newcomer);
    await compare(newcomer);
    await newcomer.getByText('contactez l’ARS').first().waitFor();
    await look('Inscription, personne ne correspond', newcomer);
    await newcomer.goto('/mot-de-passe');
    await settled(newcomer);
    await look('Mot de passe oublié', newcomer);
    for (const [name, path] of Object.entries(LINKS)) {
      await newcomer.goto('/'); // another fragment alone would load nothing
      await newcomer.goto(path);
      await settled(newcomer);
      await look(name, newcomer);
    }
    await newcomer.context().close();

    const mine = await theatre.visitor();
    await signIn(mine, 'intern', intern);
    await mine.getByText('En direct').first().waitFor();
    await mine.goto('/profil');
    await settled(mine);
    await look('Mon profil', mine);
    for (const asks of ['Faire une demande de modification de statut', 'Établir une procuration']) {
      await mine.getByRole('button', { name: asks }).click();
      await mine.getByRole('dialog').waitFor();
      await look(asks, mine);
      await mine.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click();
    }
    await mine.context().close();

    const desk = await theatre.visitor();
    await signIn(desk, 'moderator', moderator);
    await desk.getByRole('heading', { name: 'Amphithéâtres' }).waitFor();
    for (const [name, path] of [
      ['Gestionnaires', '/gestionnaires'],
      ['Mes moyens de connexion', '/mon-acces'],
      ['Internes', '/internes'],
    ] as const) {
      await desk.goto(path);
      await settled(desk);
      await look(name, desk);
    }
    const search = desk.getByLabel('Chercher un interne');
    await search.fill('zzz');
    await desk.getByText('Personne ne correspond à cette recherche').waitFor();
    await look('Internes, personne', desk);
    await search.fill(intern.email);
    const found = desk.getByRole('main').locator('a[href^="/internes/"]').first();
    await found.waitFor();
    await look('Internes, une personne', desk);
    await found.click();
    await desk.waitForURL(/\/internes\/\w+/u);
    await settled(desk);
    await look('Dossier d’un interne', desk);
    await desk.context().close();
    forgive(theatre, '422 (Unprocessable'); // nobody of these six fields
  },
};

/** Six fields that fit nobody. */
async function compare(page: Page): Promise<void> {
  for (const [label, value] of [
    ['Numéro INE', '0000000000X'],
    ['Nom', 'Personne'],
    ['Prénom', 'Aucune'],
    ['Promotion', '2024'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByLabel('DES').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Débuter ma création de compte' }).click();
}
