/** Moderators: the first administrator by a link, a passkey enrolled and shown, a colleague invited who takes an application. */
import { expect } from 'chai';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { readConfig } from '../../api/kit/config.ts';
import { DEMO_PASSWORD } from '../../api/demo-accounts.ts';
import { makeAdministrator } from '../../api/moderators/make-administrator.ts';
import { hashPassword } from '../../api/sign-in/passwords.ts';
import { spokenAnswer } from '../../api/sign-in/spoken-answer.ts';
import { mailedLink } from '../api/support/mailed-link.ts';
import { axeFaults } from './axe.ts';
import { signIn } from './people.ts';
import { openTheatre, type Theatre } from './theatre.ts';

const ADMIN = { email: 'ines@ars.example', password: 'pendule marine girafe octobre' };
const COLLEAGUE = { email: 'karim@ars.example', password: 'violon tartine brouillard cactus' };

describe('moderators', function () {
  this.timeout(120_000);
  let theatre: Theatre;
  before(async () => {
    theatre = await openTheatre();
  });
  after(() => theatre.close());

  it('[ASVS 6.3.3] come by a mailed link, enrol a passkey or an application, and sign in with it', async () => {
    const { house } = theatre;
    const config = readConfig({ PUBLIC_URL: house.url });
    const printed = await makeAdministrator(house.database, config, {
      email: ADMIN.email,
      name: 'Inès Moreau',
    });
    const link = /https?:\S+\/invitation#\S+/u.exec(printed)?.[0] ?? '';

    const admin = await theatre.visitor();
    await withPasskeys(admin);
    await admin.goto(link);
    await admin.getByText('Bienvenue Inès Moreau').waitFor();
    await choosePassword(admin, ADMIN.password);
    await admin.getByRole('heading', { name: 'Protéger votre compte' }).waitFor();
    expect(await axeFaults(admin)).to.deep.equal([]);
    await admin.getByRole('button', { name: 'Enregistrer une clé d’accès' }).click();
    await admin.getByText('Gardez ces codes de secours').waitFor();
    expect(await admin.locator('.recovery-codes li').count()).to.equal(10);
    expect(await axeFaults(admin)).to.deep.equal([]);
    await admin.getByRole('button', { name: 'J’ai gardé mes codes, continuer' }).click();
    await admin.waitForURL('**/salle');

    await admin.goto('/gestionnaires');
    await admin.getByRole('button', { name: 'Inviter un gestionnaire…' }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('Prénom et nom').fill('Karim Benali');
    await dialog.getByLabel('Adresse e-mail').fill(COLLEAGUE.email);
    await dialog.getByRole('button', { name: 'Envoyer l’invitation' }).click();
    await admin.getByText('Invitation envoyée', { exact: true }).waitFor();
    expect(await axeFaults(admin)).to.deep.equal([]);

    const colleague = await theatre.visitor('phone');
    await colleague.goto(`/invitation#${await mailedLink(house.database, 'invitation')}`);
    await colleague.getByText('Bienvenue Karim Benali').waitFor();
    await choosePassword(colleague, COLLEAGUE.password);
    await colleague.getByRole('button', { name: 'Plutôt une application qui donne des codes' }).click();
    const secret = (await colleague.locator('.secret-key').innerText()).replaceAll(' ', '');
    expect(await axeFaults(colleague)).to.deep.equal([]);
    await colleague.getByLabel('Premier code de l’application').fill(codeOf(secret));
    await colleague.getByRole('button', { name: 'Enregistrer cette application' }).click();
    await colleague.getByRole('button', { name: 'J’ai gardé mes codes, continuer' }).click();
    await colleague.waitForURL('**/salle');
    await colleague.goto('/gestionnaires');
    await colleague.getByText('Réservé aux administrateurs').waitFor();

    await admin.goto('/mon-acces');
    await admin.getByText('Il vous en reste 10').waitFor();
    expect(await axeFaults(admin)).to.deep.equal([]);
    await admin.context().clearCookies();
    await signIn(admin, 'moderator', ADMIN);
    await admin.getByRole('heading', { name: 'Deuxième étape' }).waitFor();
    expect(await axeFaults(admin)).to.deep.equal([]);
    await admin.getByRole('button', { name: 'Présenter ma clé d’accès' }).click();
    await admin.waitForURL('**/salle');

    await admin.goto('/gestionnaires');
    await admin.getByRole('button', { name: /^Retirer le compte… Karim Benali/u }).click();
    await admin.getByRole('dialog').getByRole('button', { name: 'Retirer le compte' }).click();
    await admin.getByRole('heading', { name: 'Karim Benali' }).waitFor({ state: 'detached' });
    await colleague.goto('/salle');
    await colleague.getByText('Réservé à l’équipe de l’ARS').waitFor();
    expect(theatre.complaints).to.deep.equal([]);
  });

  it('[ASVS 8.2.2] find a caller’s file, hear the secret answer, confirm the account, and see its pages to read alone', async () => {
    const { sql } = theatre.house.database;
    const [caller] = await sql<{ person: string; name: string }>(
      `update account set to_be_confirmed = true, secret_question = 'Mon premier chien', secret_answer_hash = ?
      from roster_entry join intern on intern.id = roster_entry.intern_id
      where account.intern_id = intern.id and account.email = 'interne1@demo.example'
      returning roster_entry.person, intern.name`,
      [await hashPassword(spokenAnswer('Éclair'))],
    );
    const intern = await theatre.visitor('phone');
    await signIn(intern, 'intern', { email: 'interne1@demo.example', password: DEMO_PASSWORD });
    await intern.waitForURL(url => url.pathname !== '/connexion'); // leaving at once would take the sign-in back
    await intern.goto('/mon-amphitheatre');
    await intern.getByText('Votre compte est à confirmer').waitFor();
    await intern.getByRole('heading', { name: 'Ma situation' }).waitFor();
    expect(await axeFaults(intern)).to.deep.equal([]);
    const desk = await theatre.visitor();
    await signIn(desk, 'moderator', { email: 'gestion@demo.example', password: DEMO_PASSWORD });
    await desk.waitForURL('**/salle');
    await desk.goto('/internes');
    await desk.getByLabel('Chercher un interne').fill(caller?.name ?? '');
    await desk.locator(`main a[href="/internes/${caller?.person}"]`).first().click();
    await desk.getByText('Mon premier chien').waitFor();
    await desk.getByLabel('Réponse entendue').fill('eclair');
    await desk.getByRole('button', { name: 'Vérifier' }).click();
    await desk.getByText('Oui, la réponse est juste').first().waitFor();
    expect(await axeFaults(desk)).to.deep.equal([]);
    await desk.getByRole('button', { name: 'Confirmer le compte…' }).click();
    await giveReason(desk, 'Confirmer le compte');
    await desk.getByRole('listitem').filter({ hasText: 'compte confirmé' }).waitFor();
    await intern.reload();
    await intern.getByRole('heading', { name: 'Ma situation' }).waitFor();
    expect(await intern.getByText('Votre compte est à confirmer').count()).to.equal(0);

    await desk.getByRole('button', { name: 'Voir comme cet interne…' }).click();
    await giveReason(desk, 'Voir ses pages');
    await desk.waitForURL('**/mon-amphitheatre');
    await desk.getByText('en lecture seule').first().waitFor();
    await desk.getByRole('heading', { level: 1 }).waitFor();
    expect(await axeFaults(desk)).to.deep.equal([]);
    await desk.getByRole('button', { name: 'Quitter cette vue' }).click();
    await desk.getByRole('listitem').filter({ hasText: 'compte vu en lecture seule' }).waitFor();

    await intern.goto('about:blank'); // what it asks in the background would be refused as it is signed out
    // Somebody else's after all: deleted, so that the person can sign up.
    expect(await desk.getByRole('button', { name: 'Supprimer ce compte à confirmer…' }).count()).to.equal(0);
    await sql(`update account set to_be_confirmed = true where email = 'interne1@demo.example'`);
    await desk.reload();
    await desk.getByRole('button', { name: 'Supprimer ce compte à confirmer…' }).click();
    await desk.getByRole('dialog').getByText('interne1@demo.example').waitFor();
    expect(await axeFaults(desk)).to.deep.equal([]);
    await giveReason(desk, 'Supprimer le compte');
    await desk.getByRole('listitem').filter({ hasText: 'compte à confirmer supprimé' }).waitFor();
    expect(await desk.getByText('interne1@demo.example').count()).to.equal(0);
    await intern.goto('/mon-amphitheatre');
    await intern.getByRole('link', { name: 'Se connecter' }).first().waitFor();

    expect(theatre.complaints).to.deep.equal([]);
  });
});

async function giveReason(page: Page, act: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Motif').fill('Appel du 3 mars');
  await dialog.getByRole('button', { name: act, exact: true }).click();
}

/** Chromium's own authenticator in software: it says yes to whatever the page asks of it. */
async function withPasskeys(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
}

async function choosePassword(page: Page, password: string): Promise<void> {
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.getByLabel('Mot de passe, une seconde fois').fill(password);
  await page.getByRole('button', { name: 'Continuer' }).click();
}

const codeOf = (secret: string): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate();
