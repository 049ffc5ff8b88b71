/** The favourites and the offer beside them, as a page of the room shows them. */
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../support/eventually.ts';

export const favourites = (page: Page): Locator =>
  page.getByRole('region', { name: /^(?:Mes favoris|Favoris de l’interne)/u });
export const offer = (page: Page): Locator => page.getByRole('region', { name: 'Offre de l’amphithéâtre' });
/** «1 Urologie», «2 Chirurgie»: numbers and names as they stand. */
export const listed = (page: Page): Promise<string[]> =>
  favourites(page)
    .getByRole('listitem')
    .filter({ has: page.locator('b') })
    .evaluateAll(rows =>
      rows.map(row => {
        const number =
          row.querySelector('input')?.value ?? row.querySelector('.favourite-number')?.lastChild?.textContent;
        return `${number} ${row.querySelector('b')?.textContent}`;
      }),
    );

/** Services of the offer with one seat, free for this person: so many at least, the offer comes in pieces. */
export const vacant = async (page: Page, count: number): Promise<string[]> => {
  const free = page.getByText('Libre', { exact: true });
  const names = offer(page).getByRole('listitem').filter({ has: free }).locator('b');
  await names.nth(count - 1).waitFor();
  return names.allTextContents();
};
export const inOffer = (page: Page, name: string): Locator =>
  offer(page)
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) });

/** «Voir tous les favoris»: each opens on its posts, in place, and shuts again (M §9.2, §10.1). */
export async function seeAllWithPosts(page: Page, count: number): Promise<void> {
  const all = favourites(page).getByRole('button', { name: /^Voir tous les favoris/u });
  const open = favourites(page).getByRole('button', { expanded: true });
  const sheets = favourites(page).getByRole('button', { name: /^Fiche du poste/u });
  await all.click();
  await eventually('each on its posts', async () => (await open.count()) === count);
  await eventually('their posts', async () => (await sheets.count()) >= count);
  await all.click();
  await eventually('none on its posts', async () => (await open.count()) === 0);
}

/** The button beside a post, at one's turn. */
export const valider = (row: Locator): Locator =>
  row.getByRole('button', { name: /^Valider ce choix/u }).first();
