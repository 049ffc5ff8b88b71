/** The profile: what is the intern's changes, what is the ARS's has no door. */
import { expect } from 'chai';
import { profile } from '../../api/account-answers.ts';
import { PASSWORD, runningApi } from './support/running-api.ts';
import type { RunningApi, Visitor } from './support/running-api.ts';
import { seed } from './support/seed.ts';

describe('the profile', () => {
  let api: RunningApi;
  let intern: Visitor;
  beforeEach(async () => {
    api = await runningApi();
    const seeded = await seed(api.database.sql);
    intern = await api.signedIn({ realm: 'intern', email: 'i@exemple.fr', person: seeded.people[0] ?? '' });
  });
  afterEach(() => api.close('madeUp'));

  const read = async () => profile.parse((await intern.get('/api/me/profile')).body);
  const put = (part: string, body: object) => intern.send('PUT', `/api/me/profile/${part}`, body);

  it('shows what the ARS knows beside what is one’s own', async () => {
    expect(await read()).to.deep.include({
      email: 'i@exemple.fr',
      ine: 'INE-SECRET-1',
      name: 'Œuvrard',
      specialty: 'Chirurgie viscérale et digestive',
      seniority: 4,
      faculty: null,
    });
  });

  it('changes telephone, address, UFR and the secret, the last after the password', async () => {
    expect(
      (await put('reach', { phone: '06 12 34 56 78', address: '1 rue X\r\n75005 Paris' })).status,
    ).to.equal(204);
    expect((await put('faculty', { faculty: 'Sorbonne Université' })).status).to.equal(204);
    const secret = { secretQuestion: 'Quelle école ?', secretAnswer: 'Jean Jaurès' };
    expect((await put('secret', { ...secret, password: 'un autre mot de passe' })).status).to.equal(403);
    expect((await put('secret', { ...secret, password: PASSWORD })).status).to.equal(204);
    expect(await read()).to.deep.include({
      phone: '06 12 34 56 78',
      address: '1 rue X\n75005 Paris',
      faculty: 'Sorbonne Université',
      secretQuestion: 'Quelle école ?',
    });
    const [kept] = await api.database.sql<{ hash: string }>('select secret_answer_hash as hash from account');
    expect(kept?.hash).to.match(/^\$argon2id\$/);
  });

  it('says that the UFR is missing until the roster or the intern knows it', async () => {
    const isMissing = async () =>
      ((await intern.get('/api/me')).body['intern'] as { readonly facultyMissing: boolean }).facultyMissing;
    expect(await isMissing()).to.equal(true);
    await api.database.sql(`update roster_entry set faculty = 'Sorbonne Université'`);
    expect(await isMissing()).to.equal(false);
    await api.database.sql(`update roster_entry set faculty = ''`);
    await put('faculty', { faculty: 'Université Paris Cité' });
    expect(await isMissing()).to.equal(false);
  });

  it('[ASVS 15.3.3] has no door to what is the ARS’s, nor to another’s account', async () => {
    for (const more of [{ promotion: 2020 }, { email: 'x@y.fr' }, { toBeConfirmed: false }, { account: 2 }])
      expect((await put('reach', { phone: '0612345678', address: 'x', ...more })).status).to.equal(400);
    expect((await api.visitor().get('/api/me/profile')).status).to.equal(401);
  });

  it('[ASVS 2.2.1] refuses what cannot be read, and names the field', async () => {
    for (const [part, body, field] of [
      ['reach', { phone: 'x', address: 'x' }, 'phone'],
      ['reach', { phone: '0612345678', address: 'a\u0000b' }, 'address'],
      ['faculty', { faculty: '\u200b' }, 'faculty'],
      ['faculty', { faculty: 'x'.repeat(201) }, 'faculty'],
    ] as const)
      expect((await put(part, body)).body, part).to.deep.include({ fields: [field] });
  });

  it('keeps what the ARS alone knows from an account that is to be confirmed', async () => {
    await api.database.sql('update account set to_be_confirmed = true');
    expect(await read()).to.deep.include({ toBeConfirmed: true, ine: null, regime: null, name: 'Œuvrard' });
  });
});
