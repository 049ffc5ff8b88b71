/** Draft, validated, open: the desk prepares, the intern looks and arranges favourites. */
import type { Page } from 'playwright-core';
import type { Cast } from './cast.ts';
import { openAmphitheatre } from '../../stories/people.ts';
import { settled } from './public.ts';

export async function beforeTheDay(cast: Cast): Promise<void> {
  const { look, desk, mine, drawn } = cast;
  const amphitheatre = desk.getByRole('region', { name: drawn.title });
  await amphitheatre.getByRole('button', { name: 'Valider' }).waitFor();
  await look('Salles, brouillon', desk);
  await look('Ma session, brouillon', mine);
  await ownPages(cast, 'brouillon', ['/mon-amphitheatre', '/favoris', '/notifications']);
  await mine.goto('/');
  await settled(mine);
  await look('Accueil, interne', mine);
  await mine.goto('/ma-session');

  await amphitheatre.getByRole('button', { name: 'Valider' }).click();
  await amphitheatre.getByRole('button', { name: 'Ouvrir' }).waitFor();
  await mine
    .getByText(/validée/iu)
    .first()
    .waitFor();
  await look('Ma session, validée', mine);
  await ownPages(cast, 'validée', ['/mon-amphitheatre']);
  await openAmphitheatre(amphitheatre);
  await mine.getByText('Session ouverte').first().waitFor();
  await look('Ma session, ouverte, sans favori', mine);
  await ownPages(cast, 'ouverte, sans favori', ['/mon-amphitheatre', '/favoris', '/tester-mon-poste']);
  await arrangeFavourites(cast);
  await ownPages(cast, 'avec favoris', ['/favoris', '/notifications', '/notifications/reglages']);

  await prepare(cast);
  await desk.goto(`/salle/${drawn.amphitheatre}`);
  await desk.getByRole('button', { name: 'Démarrer la session…' }).waitFor();
  await look('Salle, avant le début', desk);
  await desk.getByRole('button', { name: 'Démarrer la session…' }).click();
  await desk.getByRole('dialog').waitFor();
  await look('Salle, démarrer', desk);
  await desk.keyboard.press('Escape');
}

/** The intern's other pages, in a window beside the room. */
export async function ownPages(
  { look, mine }: Pick<Cast, 'look' | 'mine'>,
  when: string,
  paths: readonly string[],
): Promise<void> {
  const page = await mine.context().newPage();
  for (const path of paths) {
    await page.goto(path);
    await settled(page);
    await look(`${path}, ${when}`, page);
  }
  await page.close();
}

async function arrangeFavourites({ look, mine }: Cast): Promise<void> {
  const favourites = mine.getByRole('region', { name: 'Mes favoris' });
  const hearts = mine
    .getByRole('region', { name: 'Offre de l’amphithéâtre' })
    .getByRole('button', { name: /^Favori/u });
  const wanted = await hearts.count();
  for (let place = 0; place < wanted; place++) {
    await hearts.nth(place).click();
    await favourites.getByText(new RegExp(`libres? sur ${place + 1}$`, 'u')).waitFor();
  }
  await look('Ma session, favoris', mine);
  await favourites.getByRole('button', { name: 'Ranger' }).click();
  await favourites.getByRole('textbox').first().waitFor();
  await look('Favoris, ranger', mine);
  await favourites
    .getByRole('button', { name: /^Monter/u })
    .last()
    .click();
  await mine.getByRole('button', { name: 'Annuler' }).waitFor();
  await look('Favoris, un déplacement', mine);
  await favourites.getByRole('button', { name: 'Terminé' }).first().click();
}

async function prepare({ look, desk, drawn }: Cast): Promise<void> {
  await desk.goto(`/salle/${drawn.amphitheatre}/preparation`);
  await settled(desk);
  await look('Préparation', desk);
  await inDialog(desk, 'Modifier les réglages…', () => look('Préparation, réglages', desk));
  await inDialog(desk, 'Ajouter des postes…', () => look('Préparation, ajouter des postes', desk));
}

/** Opens what a button opens, looks, and leaves it by Escape. */
export async function inDialog(
  page: Page,
  button: string | RegExp,
  look: () => Promise<void>,
): Promise<void> {
  await page.getByRole('button', { name: button }).first().click();
  const dialog = page.getByRole('dialog').first();
  await dialog.waitFor();
  await look();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}
