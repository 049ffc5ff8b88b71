/** Another e-mail: after the password, said yes to at both addresses. */
import { expect } from 'chai';
import { mailedLink } from './support/mailed-link.ts';
import { PASSWORD, runningApi } from './support/running-api.ts';
import type { RunningApi, Visitor } from './support/running-api.ts';
import { seed } from './support/seed.ts';
import type { Seeded } from './support/seed.ts';
import { runningWorker } from './support/worker.ts';
import type { RunningWorker } from './support/worker.ts';

const TO = 'private1@roster.example';

describe('a change of e-mail', () => {
  let api: RunningApi;
  let worker: RunningWorker;
  let seeded: Seeded;
  let intern: Visitor;
  beforeEach(async () => {
    api = await runningApi();
    seeded = await seed(api.database.sql);
    worker = await runningWorker(api.database);
    intern = await api.signedIn({ realm: 'intern', email: 'i@exemple.fr', person: seeded.people[0] ?? '' });
  });
  afterEach(async () => {
    await worker.close();
    await api.close('madeUp');
  });

  const ask = (email = TO, password = PASSWORD) =>
    intern.send('POST', '/api/me/profile/email', { password, email });
  const yes = async (side: 'leaveEmail' | 'changeEmail') =>
    api
      .visitor()
      .send('POST', '/api/email-change', { token: await mailedLink(api.database, 'adresse', side) });
  const own = async () => (await intern.get('/api/me')).body['intern'] as Readonly<Record<string, unknown>>;

  for (const [first, second] of [
    ['leaveEmail', 'changeEmail'],
    ['changeEmail', 'leaveEmail'],
  ] as const)
    it(`[ASVS 7.5.1] counts once both addresses have said yes, ${first} first, and tells both`, async () => {
      expect((await ask(TO, 'un autre mot de passe')).body).to.include({ code: 'PASSWORD_WRONG' });
      expect((await ask()).status).to.equal(204);
      expect((await yes(first)).body).to.deep.equal({ changed: false });
      expect(await own()).to.include({ email: 'i@exemple.fr' });
      expect((await yes(second)).body).to.deep.equal({ changed: true });
      expect(await own()).to.include({ email: TO });
      expect((await yes(second)).body).to.include({ code: 'LINK_ENDED' });
      const told = await api.database.sql<{ recipient: string }>(
        `select recipient from mail where kind = 'emailChanged' order by recipient`,
      );
      expect(told.map(({ recipient }) => recipient)).to.deep.equal(['i@exemple.fr', TO]);
    });

  it('[ASVS 7.4.3] leaves no link to another password in the mailbox that was left', async () => {
    await api.visitor().send('POST', '/api/password/forgotten', { realm: 'intern', email: 'i@exemple.fr' });
    const token = await mailedLink(api.database, 'mot-de-passe');
    const looked = () => api.visitor().send('POST', '/api/password/link', { token });
    expect((await looked()).status).to.equal(200);
    await ask();
    await yes('leaveEmail');
    expect((await looked()).status, 'not changed yet').to.equal(200);
    await yes('changeEmail');
    expect((await looked()).body).to.include({ code: 'LINK_ENDED' });
  });

  it('to the roster’s address confirms for good an account made without the INE', async () => {
    await api.database.sql('update account set to_be_confirmed = true');
    await ask();
    await yes('leaveEmail');
    expect(await own()).to.include({ toBeConfirmed: true });
    await yes('changeEmail');
    expect(await own()).to.include({ toBeConfirmed: false });
    await api.database.sql(`update roster_entry set email = ''`);
    expect(await own(), 'whatever the roster says later').to.include({ toBeConfirmed: false });
  });

  it('[ASVS 6.3.8] answers alike where the address has an account, and tells that account alone', async () => {
    await api.signedIn({ realm: 'intern', email: 'zoe@exemple.fr', person: seeded.people[1] ?? '' });
    const answer = await ask('Zoe@exemple.fr');
    expect([answer.status, answer.text]).to.deep.equal([204, '']);
    const mails = await api.database.sql('select kind, recipient from mail');
    expect(mails).to.deep.equal([{ kind: 'accountExists', recipient: 'zoe@exemple.fr' }]);
    expect((await ask('Zoe@exemple.fr')).body).to.include({ code: 'MAIL_TOO_SOON' });
  });

  it('is over once another is asked for: yes to two different ones changes nothing', async () => {
    await ask('un@exemple.fr');
    const token = await mailedLink(api.database, 'adresse', 'leaveEmail');
    await ask('deux@exemple.fr');
    expect((await api.visitor().send('POST', '/api/email-change', { token })).body).to.include({
      code: 'LINK_ENDED',
    });
    expect((await yes('changeEmail')).body).to.deep.equal({ changed: false });
    expect((await ask('I@exemple.fr')).body).to.include({ code: 'SAME_EMAIL' });
  });
});
