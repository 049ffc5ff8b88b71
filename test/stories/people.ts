/** What people do on the pages, in their words: roles and French names, never the look. */
import type { Locator, Page } from 'playwright-core';

export interface SignInName {
  readonly email: string;
  readonly password: string;
}

type Realm = 'intern' | 'mandatary' | 'moderator';

export async function signIn(page: Page, realm: Realm, { email, password }: SignInName): Promise<void> {
  await page.goto(`/connexion?compte=${realm}`);
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Se connecter', exact: true }).click();
}

/** A moderator takes an amphitheatre from draft to open and enters its room. */
export async function validateOpenAndEnter(page: Page, title: string): Promise<void> {
  const amphitheatre = page.getByRole('region', { name: title });
  await amphitheatre.getByRole('button', { name: 'Valider' }).click();
  await amphitheatre.getByRole('button', { name: 'Ouvrir' }).click();
  await amphitheatre.getByRole('link', { name: 'Entrer' }).click();
}

export async function start(room: Page): Promise<void> {
  await room.getByRole('button', { name: 'Démarrer la session…' }).click();
  await room.getByRole('dialog').getByRole('button', { name: 'Démarrer' }).click();
}

export async function pause(room: Page, reason: string): Promise<void> {
  await room.getByRole('button', { name: /^Mettre en pause/u }).click();
  const dialog = room.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Autre motif' }).check();
  await dialog.getByRole('textbox', { name: 'Motif' }).fill(reason);
  await dialog.getByRole('button', { name: 'Mettre en pause' }).click();
}

export async function resume(room: Page): Promise<void> {
  await room.getByRole('button', { name: 'Reprendre' }).click();
}

export async function close(room: Page): Promise<void> {
  await room.getByRole('button', { name: 'Fermer la session…' }).click();
  await room.getByRole('dialog').getByRole('button', { name: 'Fermer la session' }).click();
}

export const myTurn = (page: Page): Locator => page.getByRole('heading', { name: /^C’est à vous/u });

export const saved = (page: Page): Locator =>
  page.getByRole('heading', { name: /^(?:Votre|Le) choix est enregistré/u });

/** Takes the first post that has the button, and confirms. */
export async function chooseFirst(page: Page): Promise<void> {
  await myTurn(page).waitFor();
  const confirm = page.getByRole('dialog').getByRole('button', { name: 'Oui, je confirme' });
  const choose = page.getByRole('button', { name: /^Choisir/u }).first();
  await untilSeen(confirm, () => choose.click());
  await untilSeen(saved(page), () => confirm.click({ timeout: SIGN_MS }).catch(() => undefined));
}

const TRIES = 8;
const SIGN_MS = 800;

/**
 * Acts until `sign` is seen. Both buttons ignore what is pressed in their first half second, lest somebody press what
 * has just moved there: people press again, and so does this.
 */
export async function untilSeen(sign: Locator, act: () => Promise<void>): Promise<void> {
  for (let left = TRIES; left > 0; left--) {
    await act();
    if (await isThere(sign)) return;
  }
  await sign.waitFor(); // says what was waited for
}

const isThere = (sign: Locator): Promise<boolean> =>
  sign.waitFor({ timeout: SIGN_MS }).then(
    () => true,
    () => false,
  );
