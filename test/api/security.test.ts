/** Where one is signed in, ended by its owner; another password; a login that outlasts its time while its session is live. */
import { expect } from 'chai';
import { PASSWORD, runningApi } from './support/running-api.ts';
import type { RunningApi, Visitor } from './support/running-api.ts';
import { seed } from './support/seed.ts';
import { nextNotification } from './support/notified.ts';

const BETTER = 'quatre girafes boivent du thé';
const AGENT = { 'user-agent': 'Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0' };

describe('the safety of an account', () => {
  let api: RunningApi;
  let computer: Visitor;
  let phone: Visitor;
  let account: { realm: 'intern'; email: string; person: string };
  beforeEach(async () => {
    api = await runningApi();
    const seeded = await seed(api.database.sql, { state: 'open' });
    account = { realm: 'intern', email: 'i@exemple.fr', person: seeded.people[0] ?? '' };
    computer = await api.signedIn(account);
    phone = api.visitor();
    await phone.send(
      'POST',
      '/api/login',
      { realm: 'intern', email: account.email, password: PASSWORD },
      AGENT,
    );
  });
  afterEach(() => api.close('madeUp'));

  const logins = async (visitor: Visitor) =>
    (await visitor.get('/api/me/logins')).body as unknown as readonly {
      readonly id: number;
      readonly device: string;
      readonly own: boolean;
    }[];
  const isIn = async (visitor: Visitor) => (await visitor.get('/api/me')).body['intern'] !== null;
  const end = (login: number | null, password = PASSWORD) =>
    computer.send('POST', '/api/me/logins/end', { password, login });
  const change = (password: string, current = PASSWORD) =>
    computer.send('PUT', '/api/me/password', { current, password });

  it('[ASVS 7.5.2] lists its devices and signs one out, after the password, its sockets told of', async () => {
    const listed = await logins(computer);
    expect(listed.map(({ own }) => own)).to.have.members([true, false]);
    const other = listed.find(({ own }) => !own);
    expect(other?.device).to.include('Firefox/128');
    const told = await nextNotification(api.database.url, 'login_ended');
    expect((await end(other?.id ?? 0)).status).to.equal(204);
    expect(await told.heard).to.deep.equal({ login: other?.id, why: 'SIGNED_OUT' });
    await told.close();
    expect([await isIn(computer), await isIn(phone)]).to.deep.equal([true, false]);
  });

  it('[ASVS 7.5.2] signs every other device out at once', async () => {
    expect((await end(null)).status).to.equal(204);
    expect([await isIn(computer), await isIn(phone)]).to.deep.equal([true, false]);
  });

  it('[ASVS 8.2.2] never signs out another account', async () => {
    const other = await api.signedIn({ realm: 'mandatary', email: 'm@exemple.fr' });
    const [theirs] = await api.database.sql<{ id: number }>(
      `select login.id from login join account on account.id = account_id where realm = 'mandatary'`,
    );
    expect((await end(theirs?.id ?? 0)).status).to.equal(204);
    expect((await other.get('/api/me')).body['mandatary']).to.not.equal(null);
  });

  it('[ASVS 7.5.1] ends and changes nothing without the present password, which is counted', async () => {
    expect((await end(null, 'un autre mot de passe')).body).to.include({ code: 'PASSWORD_WRONG' });
    for (let tries = 0; tries < 9; tries++) await change(BETTER, `faux mot de passe ${tries}`);
    expect((await change(BETTER)).body, 'the right one waits too').to.include({ code: 'TOO_MANY' });
    expect([await isIn(computer), await isIn(phone)]).to.deep.equal([true, true]);
  });

  it('[ASVS 6.2.3] [ASVS 7.4.3] changes the password, signs the others out and says so by mail', async () => {
    expect((await change('motdepasse2027')).body).to.include({ code: 'PASSWORD_REFUSED' });
    expect((await change(BETTER)).status).to.equal(204);
    expect([await isIn(computer), await isIn(phone)]).to.deep.equal([true, false]);
    const mails = await api.database.sql(`select recipient from mail where kind = 'passwordChanged'`);
    expect(mails).to.deep.equal([{ recipient: account.email }]);
  });

  it('[ASVS 7.3.2] ends a login in its time, but not while its own session is live', async () => {
    await api.database.sql(`update login set expires_at = now() - interval '1 minute'`);
    expect(await isIn(phone)).to.equal(false);
    await computer.get('/api/me'); // the cookies of both are gone now
    const again = await api.signedIn(account);
    await api.database.sql(
      `update login set expires_at = now() - interval '1 minute' where ended_at is null`,
    );
    await api.database.sql(`update session set state = 'running'`);
    expect(await isIn(again)).to.equal(true);
    await api.database.sql(`update login set expires_at = now() - interval '25 hours'`);
    expect(await isIn(again)).to.equal(false);
  });
});
