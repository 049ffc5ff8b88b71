/** Four ahead and fewer, the connection lost, a supernumerary before me, my turn, the confirmation, the choice. */
import type { Locator, Page } from 'playwright-core';
import { myTurn, openBell, saved, untilSeen } from '../../stories/people.ts';
import { type Cast, NAMES } from './cast.ts';
import { cuttable } from './line.ts';

export async function myTurnComes(cast: Cast): Promise<void> {
  const { look, mine } = cast;
  const supernumerary = await cast.comes(NAMES.supernumerary);
  await myTurn(supernumerary).waitFor();
  await look('Surnombre validant, à son tour', supernumerary);
  await mine.getByText('Vous êtes juste après la personne qui choisit.').first().waitFor();
  await look('Ma session, bientôt', mine);
  const reading = await mine.context().newPage();
  await reading.goto('/postes');
  await reading.getByRole('region', { name: 'Mon tour' }).waitFor();
  await look('Postes offerts, bientôt mon tour', reading);
  await openBell(mine);
  await look('Messages de la cloche, reçus', mine);
  await mine.keyboard.press('Escape');
  await lost(cast);
  await choose(supernumerary);
  await supernumerary.context().close();

  await myTurn(mine).waitFor();
  await look('À mon tour', mine);
  await look('Postes offerts, à mon tour', reading);
  await reading.close();
  await untilSeen(confirmation(mine), () => chooseButton(mine).click());
  await look('Confirmer ce choix', mine);
  await untilSeen(saved(mine), () =>
    confirmation(mine)
      .click({ timeout: 800 })
      .catch(() => undefined),
  );
  await look('Votre choix est enregistré', mine);
}

async function lost({ theatre, look, drawn }: Cast): Promise<void> {
  const page = await theatre.visitor();
  const line = await cuttable(page);
  const { email, password } = drawn.account(NAMES.last);
  await page.goto('/connexion?compte=intern');
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.keyboard.press('Enter');
  await page.getByText('En direct').first().waitFor();
  await line.cut();
  await page.getByText('Connexion perdue').first().waitFor();
  await look('Connexion perdue', page);
  line.mend();
  await page.context().close();
}

async function choose(page: Page): Promise<void> {
  await untilSeen(confirmation(page), () => chooseButton(page).click());
  await untilSeen(saved(page), () =>
    confirmation(page)
      .click({ timeout: 800 })
      .catch(() => undefined),
  );
}

const chooseButton = (page: Page): Locator => page.getByRole('button', { name: /^Choisir/u }).first();
const confirmation = (page: Page): Locator =>
  page.getByRole('dialog').getByRole('button', { name: 'Oui, je confirme' });
