/** What people do on the pages, in their words: roles and French names, never the look. */
import type { Locator, Page } from 'playwright-core';
import type { Device, Theatre } from './theatre.ts';

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

/** Into the room of one's session, in a window of one's own. */
export async function comesIn(
  theatre: Theatre,
  realm: Realm,
  account: SignInName,
  device: Device = 'desktop',
): Promise<Page> {
  const page = await theatre.visitor(device);
  await signIn(page, realm, account);
  await page
    .getByText(/En direct|C’est à vous/u)
    .filter({ visible: true }) // the bell keeps «C’est à vous» behind its button
    .first()
    .waitFor();
  return page;
}

/** The countdown, as it stands on the screen. */
export const secondsOn = async (page: Page): Promise<number> =>
  Number.parseInt(await page.getByRole('timer').first().innerText(), 10);

/** A moderator takes an amphitheatre from draft to open and enters its room. */
export async function validateOpenAndEnter(page: Page, title: string): Promise<void> {
  const amphitheatre = page.getByRole('region', { name: title });
  await amphitheatre.getByRole('button', { name: 'Valider' }).click();
  await openAmphitheatre(amphitheatre);
  await amphitheatre.getByRole('link', { name: 'Entrer' }).click();
}

/** From validated to open, on the moderators' list: every intern of it gets a mail, so it is asked first. */
export async function openAmphitheatre(amphitheatre: Locator): Promise<void> {
  await amphitheatre.getByRole('button', { name: 'Ouvrir…' }).click();
  await amphitheatre.page().getByRole('dialog').getByRole('button', { name: 'Ouvrir' }).click();
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
  const act = room.getByRole('button', { name: 'Reprendre' });
  await act.waitFor();
  await untilSeen(room.getByRole('button', { name: /^Mettre en pause/u }), () =>
    act.click({ timeout: SIGN_MS }).catch(() => undefined),
  );
}

export async function close(room: Page): Promise<void> {
  await room.getByRole('button', { name: 'Fermer la session…' }).click();
  await room.getByRole('dialog').getByRole('button', { name: 'Fermer la session' }).click();
}

/** What a moderator may do about one person of the queue. */
export async function openMenu(room: Page, name: string): Promise<Locator> {
  await room.getByRole('button', { name: `Actions pour ${name}` }).click();
  const menu = room.getByRole('dialog', { name });
  await menu.waitFor();
  return menu;
}

/** The moderators' queue under one of its filters: «Absences», «Prévues», «Passés». */
export const showQueue = (room: Page, filter: string): Promise<void> =>
  room
    .getByRole('group', { name: 'Filtrer la file' })
    .getByText(new RegExp(`^${filter}`, 'u'))
    .click();

/** Gives a reason of one's own where one is asked for, does it, and waits until the dialog is gone. */
export async function doWithReason(room: Page, reason: string, act: string | RegExp): Promise<void> {
  const dialog = room.getByRole('dialog');
  const words = dialog.getByRole('textbox', { name: 'Motif' });
  const other = dialog.getByRole('radio', { name: 'Autre motif' });
  await words.or(other).first().waitFor();
  if ((await words.count()) === 0) await other.check();
  await words.fill(reason);
  await dialog.getByRole('button', { name: act }).click();
  await dialog.waitFor({ state: 'detached' });
}

export const myTurn = (page: Page): Locator => page.getByRole('heading', { name: /^C’est à vous/u });

/** The bell's messages, newest first. */
export async function openBell(page: Page): Promise<Locator> {
  await page.locator('summary', { hasText: /^Messages/u }).click();
  return page.getByRole('banner').getByRole('list');
}

export const saved = (page: Page): Locator =>
  page.getByRole('heading', { name: /^(?:Votre|Le) choix est enregistré/u });

/** Takes the first post that has the button, and confirms. */
export const chooseFirst = (page: Page): Promise<void> => chooseWithin(page, page.getByRole('main'));

/** The row of a service in the offer, by its whole name. */
export const serviceRow = (page: Page, name: string): Locator =>
  page
    .getByRole('region', { name: 'Offre de l’amphithéâtre' })
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) });

export const chooseService = (page: Page, name: string): Promise<void> =>
  chooseWithin(page, serviceRow(page, name));

async function chooseWithin(page: Page, where: Locator): Promise<void> {
  await myTurn(page).waitFor();
  const confirm = page.getByRole('dialog').getByRole('button', { name: 'Oui, je confirme' });
  const choose = where.getByRole('button', { name: /^Choisir/u }).first();
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
