/** Signing up: six fields, a mailed link, an account; and who may not choose yet. */
import { expect } from 'chai';
import { eventually } from '../support/eventually.ts';
import { NEW_EMAIL, NEW_PASSWORD, signingUp } from './support/signing-up.ts';
import type { SigningUp } from './support/signing-up.ts';

describe('signing up', () => {
  let house: SigningUp;
  beforeEach(async () => (house = await signingUp()));
  afterEach(() => house.close());

  it('makes an account by six fields, a mailed link and one’s own fields, and signs in', async () => {
    const browser = house.api.visitor();
    const made = await house.signUp({}, NEW_EMAIL, browser);
    expect(made.status, made.text).to.equal(200);
    expect((await browser.get('/api/me')).body['intern']).to.deep.include({
      email: NEW_EMAIL,
      person: house.seeded.people[0],
      toBeConfirmed: false,
    });
    const again = { realm: 'intern', email: NEW_EMAIL.toUpperCase(), password: NEW_PASSWORD };
    expect((await house.api.visitor().send('POST', '/api/login', again)).status).to.equal(200);
    await eventually('the letter', async () => {
      const letters = await house.api.database.sql(
        `select 1 from dev_mail where subject = 'Votre compte est créé'`,
      );
      return letters.length === 1;
    });
  });

  it('forgives case, accents, hyphens, ligatures and spaces, and takes the name of birth', async () => {
    await house.api.database.sql(`update intern set birth_name = 'Le Goff-d’Arc' where ine = 'INE-SECRET-1'`);
    for (const more of [
      { name: 'OEUVRARD', firstName: ' etienne ', ine: 'ine secret 1' },
      { name: 'LE GOFF D ARC' },
      { name: 'Oe\u0301uvrard'.replace('\u0301', '') },
    ])
      expect((await house.match(more)).status, JSON.stringify(more)).to.equal(200);
  });

  it('never says which field was wrong', async () => {
    const answers = [];
    for (const more of [
      { ine: 'INE-SECRET-2' },
      { name: 'Martin' },
      { firstName: 'Zoé' },
      { exam: 'pharmacie' },
      { promotion: 2023 },
      { specialty: 999 },
      { name: '\u0415uvrard' },
    ])
      answers.push((await house.match(more)).text);
    expect(new Set(answers)).to.have.length(1);
    expect(answers[0])
      .to.match(/NO_MATCH.*/)
      .and.match(/contactez l’ARS/);
  });

  it('«renvoyer le mail»: after 60 s, five a day, and the former link is over', async () => {
    const matched = await house.match();
    await house.ask(matched);
    const first = await house.token();
    expect((await house.ask(matched)).body).to.include({ code: 'MAIL_TOO_SOON' });
    for (let mail = 0; mail < 4; mail++) {
      await house.aMinuteLater();
      expect((await house.ask(matched)).status).to.equal(204);
    }
    await house.aMinuteLater();
    expect((await house.ask(matched)).body).to.include({ code: 'MAILS_ENOUGH' });
    expect((await house.finish(first)).body).to.include({ code: 'LINK_ENDED' });
    expect((await house.finish(await house.token())).status).to.equal(200);
  });

  it('a half-finished one is taken up again: by the link, which a look and a bad field leave good', async () => {
    await house.ask(await house.match());
    const held = await house.token();
    const looked = await house.api.visitor().send('POST', '/api/sign-up/link', { token: held });
    expect(looked.body).to.deep.include({ email: NEW_EMAIL });
    expect(looked.body['known']).to.include({ name: 'Œuvrard', ine: 'INE-SECRET-1' });
    expect((await house.finish(held, { password: 'motdepasse2027' })).body).to.include({
      code: 'PASSWORD_REFUSED',
    });
    expect((await house.finish(held, { phone: 'demain' })).body).to.deep.include({ fields: ['phone'] });
    expect((await house.finish(held)).status).to.equal(200);
    expect((await house.finish(held)).body).to.include({ code: 'LINK_ENDED' });
  });

  it('is taken up again by a link that ran out: another leaves, for the address of the first alone', async () => {
    await house.ask(await house.match());
    const held = await house.token();
    await house.api.database.sql(`update mailed_link set expires_at = now() - interval '1 day'`);
    expect((await house.finish(held)).body).to.include({ code: 'LINK_ENDED' });
    const renew = (token: string) => house.api.visitor().send('POST', '/api/sign-up/link/renew', { token });
    expect((await renew(held)).body).to.include({ code: 'MAIL_TOO_SOON' });
    await house.aMinuteLater();
    expect((await renew(held)).status).to.equal(204);
    const links = await house.api.database.sql('select email from mailed_link');
    expect(links).to.deep.equal([{ email: NEW_EMAIL }, { email: NEW_EMAIL }]);
    expect((await house.finish(await house.token())).status).to.equal(200);
  });

  it('mails nothing for a link that nobody was mailed, was used, or whose person has an account', async () => {
    const renew = (token: string) => house.api.visitor().send('POST', '/api/sign-up/link/renew', { token });
    await house.ask(await house.match());
    const held = await house.token();
    await house.finish(held);
    await house.aMinuteLater();
    const mails = () =>
      house.api.database.sql(`select from mail where kind in ('confirmEmail', 'accountExists')`);
    const before = (await mails()).length;
    expect((await renew(held)).status).to.equal(204);
    expect((await renew('A'.repeat(43))).status).to.equal(204);
    await house.api.database.sql('update mailed_link set used_at = null');
    expect((await renew(held)).status).to.equal(204);
    expect(await mails()).to.have.length(before);
  });

  it('of two for the same person at once one account is made', async () => {
    await house.ask(await house.match(), 'un@exemple.fr');
    const one = await house.token();
    await house.ask(await house.match(), 'deux@exemple.fr');
    await house.api.database.sql('select 1');
    let two = one;
    await eventually('the second link', async () => (two = await house.token()) !== one);
    const answers = await Promise.all([house.finish(one), house.finish(two)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).to.deep.equal([200, 409]);
    expect(await house.accounts()).to.have.length(1);
  });

  it('without the INE, the five others must mean exactly one person', async () => {
    expect((await house.match({ ine: '0000' })).status).to.equal(200);
    await house.api.database.sql(
      `update intern set name = 'Œuvrard', first_name = 'Étienne' where ine = 'INE-SECRET-2'`,
    );
    expect((await house.match({ ine: '0000' })).body).to.include({ code: 'NO_MATCH' });
    expect((await house.match()).status, 'the INE tells them apart').to.equal(200);
  });

  it('without the INE, shows what is public alone and leaves the account to be confirmed', async () => {
    await house.ask(await house.match({ ine: '0000' }));
    const held = await house.token();
    const looked = await house.api.visitor().send('POST', '/api/sign-up/link', { token: held });
    expect(looked.body['known']).to.include({
      ine: null,
      regime: null,
      specialty: 'Chirurgie viscérale et digestive',
    });
    expect(looked.text).not.to.match(/INE-SECRET|roster\.example/);
    const made = await house.finish(held);
    expect(made.body['intern']).to.include({ toBeConfirmed: true });
  });

  it('without the INE, the roster’s own address confirms, now or once the roster is mended', async () => {
    const browser = house.api.visitor();
    await house.signUp({ ine: '0000' }, 'Private1@roster.example', browser);
    expect((await browser.get('/api/me')).body['intern']).to.include({ toBeConfirmed: false });
    const other = house.api.visitor();
    await house.signUp({ ine: '0000', name: 'École', firstName: 'Zoé' }, 'zoe@exemple.fr', other);
    expect((await other.get('/api/me')).body['intern']).to.include({ toBeConfirmed: true });
    await house.api.database.sql(`update roster_entry set email = 'zoe@exemple.fr' where person = ?`, [
      house.seeded.people[1],
    ]);
    expect((await other.get('/api/me')).body['intern']).to.include({ toBeConfirmed: false });
  });
});
