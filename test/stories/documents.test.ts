/** The documents of one choice: the certificate and its public check, the call list, an establishment's list by mail. */
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { readPdf } from '../api/support/pdf-reader.ts';
import { eventually } from '../support/eventually.ts';
import { axeFaults } from './axe.ts';
import { chooseFirst, signIn, start, validateOpenAndEnter } from './people.ts';
import { type SmallAmphitheatre, smallAmphitheatre } from './small-amphitheatre.ts';
import { openTheatre, type Theatre } from './theatre.ts';

describe('the documents of a choice', function () {
  this.timeout(180_000);
  let theatre: Theatre;
  let small: SmallAmphitheatre;
  let room: Page;
  let phone: Page;

  before(async () => {
    theatre = await openTheatre();
    small = await smallAmphitheatre(theatre.house, 2, { windowMs: 120_000 });
    room = await theatre.visitor();
    await signIn(room, 'moderator', small.moderator);
    await validateOpenAndEnter(room, small.stage.title);
    phone = await theatre.visitor('phone');
    const [first] = small.interns;
    if (first === undefined) throw new Error('an intern');
    await signIn(phone, 'intern', first);
    await phone.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
    await start(room);
    await chooseFirst(phone);
  });
  after(() => theatre.close());

  /** What the browser saved. */
  const saved = async (page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> => {
    const [download] = await Promise.all([page.waitForEvent('download'), press()]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  const fits = async (page: Page): Promise<void> => {
    expect(await axeFaults(page)).to.deep.equal([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    ).to.equal(true);
  };

  it('are a certificate in the room, which anybody checks until the choice is corrected', async () => {
    const { name, bytes } = await saved(phone, () =>
      phone.getByRole('link', { name: 'Télécharger mon attestation' }).click(),
    );
    expect(name).to.match(/^attestation-.*\.pdf$/u);
    const code = /^[0-9A-Z]{5}(?:-[0-9A-Z]{5}){3}$/mu.exec(readPdf(bytes).pages.join('\n'))?.[0] ?? '';
    await fits(phone);

    const anyone = await theatre.visitor('phone');
    await anyone.goto('/attestation');
    await anyone.getByRole('button', { name: 'Vérifier', exact: true }).click();
    await anyone.getByText('Le code compte vingt lettres et chiffres').waitFor();
    await anyone.getByLabel('Code de l’attestation').fill(code.toLowerCase().replaceAll('-', ''));
    await anyone.getByRole('button', { name: 'Vérifier', exact: true }).click();
    await anyone.getByText('Attestation authentique et valable.').first().waitFor();
    expect(new URL(anyone.url())).to.include({ pathname: '/attestation', hash: `#${code}` }); // no log sees it
    await fits(anyone);
    await theatre.house.database.sql('update assignment set ended_at = now()');
    await anyone.reload();
    await anyone.getByText('Cette attestation n’est plus valable.').first().waitFor();
    await fits(anyone);
    await theatre.house.database.sql('update assignment set ended_at = null');
    await anyone.goto('/attestation#00000-00000-00000-00000');
    await anyone.getByText('Ce code n’est pas celui d’une attestation.').first().waitFor();
  });

  it('leave nothing that says one still has to choose: neither presence, preparation nor favourites', async () => {
    await phone.goto('/mon-amphitheatre');
    await phone.getByRole('heading', { name: 'Suivre l’amphithéâtre' }).waitFor();
    for (const gone of ['Présence', 'Se préparer', 'Tester mon poste'])
      expect(await phone.getByRole('main').getByText(gone, { exact: true }).count(), gone).to.equal(0);
    await phone.goto('/favoris');
    await phone.getByText('les favoris ne servent plus ce semestre').waitFor();
    expect(await phone.getByText('Aucun favori pour l’instant').count()).to.equal(0);
    await fits(phone);
  });

  it('are one’s certificate on «Mon amphithéâtre», off the roster too, and the assignments for everybody', async () => {
    const card = phone.locator('.card', { hasText: 'Mes attestations' });
    await phone.goto('/mon-amphitheatre');
    const certificate = await saved(phone, () =>
      card.getByRole('link', { name: 'Télécharger mon attestation' }).click(),
    );
    expect(certificate.name).to.match(/^attestation-.*\.pdf$/u);
    const anyone = await theatre.visitor();
    await anyone.goto('/affectations');
    const list = await saved(anyone, () => anyone.getByRole('link', { name: 'Affectations, CSV' }).click());
    expect(list.name).to.match(/^affectations-.*\.csv$/u);
    expect(list.bytes.toString('utf8').trimEnd().split('\r\n')).to.have.lengthOf(2);

    // The next semester has begun, and this intern is not on its roster.
    const { sql } = theatre.house.database;
    const [before] = await sql<{ id: number }>('select id from semester where current');
    await sql('update semester set current = false');
    await sql(`insert into semester (code, current) values ('2031-05', true)`);
    await phone.reload();
    await phone.getByText('Aucun amphithéâtre pour ce semestre').waitFor();
    await card.getByRole('link', { name: 'Télécharger mon attestation' }).waitFor();
    await fits(phone);
    await sql(`delete from semester where code = '2031-05'`);
    await sql('update semester set current = true where id = ?::int', [before?.id]);
  });

  it('are a call list that anybody takes away, as it stands', async () => {
    const anyone = await theatre.visitor();
    await anyone.goto(`/amphitheatres/${small.stage.amphitheatre}`);
    const { name, bytes } = await saved(anyone, () =>
      anyone.getByRole('link', { name: 'Liste d’appel, PDF' }).click(),
    );
    expect(name).to.match(/^liste-d-appel-.*\.pdf$/u);
    expect(readPdf(bytes).pages.join('\n')).to.include('A choisi');
  });

  it('are an establishment’s list, by a mailed link that a moderator gives and ends', async () => {
    await room.goto('/salle/etablissements');
    await room
      .getByRole('button', { name: /^Donner accès…/u })
      .first()
      .click();
    const dialog = room.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Donner accès' }).click();
    await dialog.getByText('Écrivez le nom de la personne.').waitFor();
    await fits(room);
    await dialog.getByLabel('Prénom et nom').fill('Claude Martin');
    await dialog.getByLabel('Adresse e-mail').fill('claude.martin@hopital.example');
    await dialog.getByRole('button', { name: 'Donner accès' }).click();
    await room.getByText('Claude Martin, claude.martin@hopital.example').waitFor();
    let link = '';
    await eventually('the mail', async () => {
      const [mail] = await theatre.house.database.sql<{ text: string }>(
        `select body_text as text from dev_mail where recipient = 'claude.martin@hopital.example'`,
      );
      link = /\/etablissement-affectations#\S+/u.exec(mail?.text ?? '')?.[0] ?? '';
      return link !== '';
    });

    const outside = await theatre.visitor('phone');
    await outside.goto(link);
    await outside.getByText('Claude Martin').waitFor();
    await fits(outside);
    const { name } = await saved(outside, () =>
      outside.getByRole('button', { name: 'Télécharger la liste, CSV' }).click(),
    );
    expect(name).to.match(/^internes-attendus-.*\.csv$/u);

    await room.reload();
    await room.getByText(/^1\stéléchargement$/u).waitFor();
    await fits(room);
    await room.getByRole('button', { name: 'Mettre fin à l’accès… Claude Martin' }).click();
    await room.getByRole('dialog').getByRole('button', { name: 'Mettre fin à l’accès' }).click();
    await room.getByText('Terminé', { exact: true }).waitFor();
    await outside.reload();
    await outside.getByText('Cette liste ne peut pas être ouverte', { exact: true }).waitFor();
    expect(theatre.complaints.filter(text => !/404/u.test(text))).to.deep.equal([]);
  });
});
