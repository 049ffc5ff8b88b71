/** From «Inscription» to the first choice (domain §6, M §2 and §10), on a telephone, with the letter in between. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { mailedLink } from '../api/support/mailed-link.ts';
import { axeFaults } from './axe.ts';
import type { SessionId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import { demoOf, setSettings } from './demo.ts';
import { chooseFirst, saved, signIn, start, validateOpenAndEnter } from './people.ts';
import { openTheatre, type Theatre } from './theatre.ts';

const EMAIL = 'nouvelle@exemple.fr';
const LATER = 'plus-tard@exemple.fr';
const PASSWORD = 'quatre girafes boivent du thé';

describe('signing up', function () {
  this.timeout(150_000);
  let theatre: Theatre;

  before(async () => {
    theatre = await openTheatre();
  });
  after(() => theatre.close());

  it('leads from six fields and a mailed link to the amphitheatre and a recorded choice', async () => {
    const { house } = theatre;
    const demo = await demoOf(house);
    await setSettings(house, demo.session, { windowMs: 300, pauseAfterAbsences: 0 });
    const fifth = await onCallList(house.database.sql, demo.session, 5);
    await house.database.sql(
      `update roster_entry set faculty = '' from intern where intern.id = intern_id and ine = ?`,
      [fifth.ine],
    );

    const page = await theatre.visitor('phone');
    await page.goto('/connexion');
    await page.getByRole('link', { name: 'Pas encore de compte' }).click();
    const begin = page.getByRole('button', { name: 'Débuter ma création de compte' });
    await begin.click(); // nothing is written yet: the first field at fault has the focus, far above the button
    await page.getByLabel('Numéro INE').and(page.locator(':focus')).waitFor();
    await fillSixFields(page, fifth);
    expect(await axeFaults(page)).to.deep.equal([]);
    await begin.click();

    await page.getByLabel('Adresse e-mail', { exact: true }).fill(EMAIL);
    await page.getByLabel('Adresse e-mail, une seconde fois').fill(EMAIL);
    await page.getByRole('button', { name: 'Créer mon compte' }).click();
    await page.getByText('Consultez votre boîte mail').waitFor();
    await page.getByText('Vous avez peut-être déjà un compte, avec une autre adresse').waitFor();
    expect(await page.locator('main a[href^="tel:"]').count()).to.equal(1);
    expect(await axeFaults(page)).to.deep.equal([]);

    // On another device than the one it began on: the letter is read where letters are read.
    const reader = await theatre.visitor();
    await reader.goto(`/inscription#${await mailedLink(house.database, 'inscription')}`);
    await reader.getByText(fifth.ine).waitFor();
    await reader.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
    await reader.getByLabel('Mot de passe, une seconde fois').fill(PASSWORD);
    await reader.getByLabel('Date de naissance').fill('1999-02-28');
    await reader.getByLabel('Téléphone').fill('06 12 34 56 78');
    await reader.getByLabel('Adresse postale').fill('12 rue des Écoles\n75005 Paris');
    await reader.getByLabel('Question secrète').fill('Ma première école ?');
    await reader.getByLabel('Réponse secrète').fill('Jean Jaurès');
    expect(await axeFaults(reader)).to.deep.equal([]);
    await reader.getByRole('button', { name: 'Finaliser mon inscription' }).click();
    // Nobody knows the UFR: it is asked for before anything else.
    const gate = reader.getByRole('dialog', { name: 'Complétez votre profil' });
    await gate.getByLabel('UFR', { exact: true }).selectOption({ index: 1 });
    await gate.getByRole('button', { name: 'Enregistrer mon UFR' }).click();
    await gate.waitFor({ state: 'detached' });
    await reader.getByRole('heading', { name: 'Mon amphithéâtre', exact: true }).first().waitFor();

    const room = await theatre.visitor();
    await signIn(room, 'moderator', demo.moderator);
    await validateOpenAndEnter(room, demo.title);
    await signIn(page, 'intern', { email: EMAIL, password: PASSWORD });
    await page.getByText('En direct').first().waitFor();
    await reader.goto('/ma-session'); // two devices at once
    await reader.getByText('En direct').first().waitFor();
    await start(room);
    await chooseFirst(page);
    await saved(page).waitFor();
    await page.goto('/profil');
    await page.getByText('Appareils connectés').waitFor();
    await page.getByText('cet appareil').waitFor();
    expect(await axeFaults(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'Déconnecter tous les autres' }).click();
    const ending = page.getByRole('dialog');
    await ending.getByLabel('Votre mot de passe').fill(PASSWORD);
    await ending.getByRole('button', { name: 'Déconnecter', exact: true }).click();
    await reader.getByText('Votre connexion a pris fin').first().waitFor({ timeout: 5_000 });
    await reader.close();

    const made = await house.database.sql<{ by: string; order: number }>(
      `select made_by as by, call_order as "order" from assignment join call_list_entry using (roster_entry_id)`,
    );
    expect(made).to.deep.equal([{ by: 'intern', order: 5 }]);
    expect(theatre.complaints).to.deep.equal([]);
  });

  it('half done, goes on after a reload, and by a link that ran out on another device', async () => {
    const { house } = theatre;
    const other = await onCallList(house.database.sql, (await demoOf(house)).session, 6);
    const page = await theatre.visitor('phone');
    await page.goto('/');
    await page.getByRole('link', { name: 'Créer mon compte interne' }).click();
    await fillSixFields(page, other);
    await page.getByRole('button', { name: 'Débuter ma création de compte' }).click();
    await page.getByText('Étape 2 sur 3').waitFor();
    await page.reload();
    await page.getByText('Étape 2 sur 3').waitFor();
    await page.getByLabel('Adresse e-mail', { exact: true }).fill(LATER);
    await page.getByLabel('Adresse e-mail, une seconde fois').fill(LATER);
    await page.getByRole('button', { name: 'Créer mon compte' }).click();
    await page.getByText('Consultez votre boîte mail').waitFor();
    await page.reload();
    await page.getByText('Consultez votre boîte mail').waitFor();
    expect(await page.getByLabel('Adresse e-mail', { exact: true }).inputValue()).to.equal(LATER);
    expect(await axeFaults(page)).to.deep.equal([]);

    const old = await mailedLink(house.database, 'inscription', 'confirmEmail');
    await house.database.sql(
      `update mailed_link set expires_at = now(), created_at = created_at - interval '1 day' where email = ?`,
      [LATER],
    );
    const elsewhere = await theatre.visitor();
    await elsewhere.goto(`/inscription#${old}`);
    await elsewhere.getByText('Ce lien n’ouvre plus rien', { exact: true }).waitFor();
    await elsewhere.getByRole('button', { name: 'Recevoir un nouveau lien' }).click();
    await elsewhere.getByText('un nouveau mail vient de partir').first().waitFor();
    expect(await axeFaults(elsewhere)).to.deep.equal([]);
    await elsewhere.goto('/');
    await elsewhere.goto(`/inscription#${await mailedLink(house.database, 'inscription', 'confirmEmail')}`);
    await elsewhere.getByText(other.ine).waitFor();
    expect(theatre.complaints.filter(one => !one.includes('404'))).to.deep.equal([]);
  });
});

interface SixFields {
  readonly ine: string;
  readonly name: string;
  readonly firstName: string;
  readonly promotion: number;
  readonly specialty: string;
}

/** @param place from 1, in call order. */
async function onCallList(sql: Sql, session: SessionId, place: number): Promise<SixFields> {
  const [listed] = await sql<SixFields>(
    `select ine, intern.name, first_name as "firstName", promotion, specialty.name as specialty
    from call_list_entry join roster_entry on roster_entry.id = call_list_entry.roster_entry_id
    join intern on intern.id = roster_entry.intern_id
    join specialty on specialty.id = roster_entry.specialty_id
    where session_id = ?::int order by call_order offset ?::int - 1 limit 1`,
    [session, place],
  );
  if (listed === undefined) throw new Error(`the demo session has no ${place} people`);
  return listed;
}

async function fillSixFields(page: Page, fields: SixFields): Promise<void> {
  await page.getByLabel('Numéro INE').fill(fields.ine.toLowerCase());
  await page.getByLabel('Nom', { exact: true }).fill(fields.name.toUpperCase());
  await page.getByLabel('Prénom').fill(fields.firstName);
  await page.getByLabel('Promotion').fill(String(fields.promotion));
  await page.getByLabel('DES').selectOption({ label: fields.specialty });
}
