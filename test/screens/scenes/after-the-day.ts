/** The session is closed with some left over: what they see, who is to be assigned, the lists that everybody reads. */
import { inDialog, ownPages } from './before-the-day.ts';
import { type Cast, NAMES } from './cast.ts';
import { settled } from './public.ts';

export async function afterTheDay(cast: Cast): Promise<void> {
  const { theatre, look, desk, mine, drawn } = cast;
  const never = await cast.comes(NAMES.never);
  await desk.getByRole('button', { name: 'Fermer la session…' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByRole('radio').first().check();
  await look('Salle, fermer', desk);
  await dialog.getByRole('button', { name: /^Fermer, \d/u }).click();
  await desk.getByText('Close').first().waitFor();
  await look('Salle, close', desk);
  await never.getByText('La session est close').first().waitFor();
  await look('Session close, sans choix', never);
  await never.context().close();
  await look('Session close, choix fait', mine);
  await ownPages(cast, 'après le choix', ['/', '/mon-amphitheatre', '/favoris', '/notifications']);

  await desk.goto(`/salle/${drawn.amphitheatre}/a-affecter`);
  await settled(desk);
  await look('À affecter', desk);
  await inDialog(desk, /^Affecter un poste/u, () => look('À affecter, un poste', desk));
  await inDialog(desk, /^Laisser sans poste/u, () => look('À affecter, laisser sans poste', desk));
  await desk.goto(`/salle/${drawn.amphitheatre}/journal/1`);
  await settled(desk);
  await look('Journal, session close', desk);

  const page = await theatre.visitor();
  await page.goto(`/amphitheatres/${drawn.amphitheatre}`);
  await settled(page);
  await look('Liste d’appel, close', page);
  await page.goto('/affectations');
  await page.getByText('Arnaud').first().waitFor();
  await look('Affectations', page);
  await page.goto('/courriers');
  await page
    .getByRole('link', { name: /recit\.example/u })
    .first()
    .click();
  await page.waitForURL(/\/courriers\/./u);
  await settled(page);
  await look('Courrier, choix enregistré', page);
  await page.context().close();
}
