/** Signing in over real HTTP: cookies, refusals that tell nothing, renewal, reuse, signing out, limits. */
import { expect } from 'chai';
import { DEFAULT_LIMITS } from '../../api/http/limits.ts';
import { subscribe } from '../../api/notifications/devices.ts';
import { purgeLogins } from '../../api/sign-in/logins.ts';
import type { LoginId } from '../../machines/ids.ts';
import { nextNotification } from './support/notified.ts';
import { PASSWORD, runningApi } from './support/running-api.ts';
import type { RunningApi, Visitor } from './support/running-api.ts';
import { seed } from './support/seed.ts';

const EMAIL = 'Camille@exemple.fr';

describe('signing in', () => {
  let api: RunningApi;
  beforeEach(async () => {
    api = await runningApi({ limits: { ...DEFAULT_LIMITS, failuresPerMinute: 3 } });
  });
  afterEach(() => api.close());

  const intern = async (): Promise<Visitor> => {
    const { people } = await seed(api.database.sql);
    return api.signedIn({ realm: 'intern', email: EMAIL, person: people[0] ?? '' });
  };

  it('[ASVS 3.3.1] sets two __Host- cookies that no script reads', async () => {
    await intern();
    const answer = await api
      .visitor()
      .send('POST', '/api/login', { realm: 'intern', email: EMAIL.toLowerCase(), password: PASSWORD });
    const cookies = answer.headers.getSetCookie();
    expect(cookies.map(cookie => cookie.split('=')[0])).to.deep.equal([
      '__Host-intern',
      '__Host-intern-refresh',
    ]);
    for (const cookie of cookies)
      expect(cookie)
        .to.match(/Path=\//)
        .and.match(/HttpOnly/)
        .and.match(/Secure/)
        .and.match(/SameSite=Lax/);
  });

  it('[ASVS 7.2.4] ends the login of who was there before in this browser, and never one’s own', async () => {
    const browser = await intern();
    const [first] = await api.database.sql<{ id: number }>('select id from login');
    const still = async () =>
      (await api.database.sql('select from login where id = ?::int and ended_at is null', [first?.id ?? 0]))
        .length;
    const again = (email: string) =>
      browser.send('POST', '/api/login', { realm: 'intern', email, password: PASSWORD });
    await again(EMAIL);
    expect(await still(), 'a second tab').to.equal(1);
    await api.database.sql('update login set ended_at = now() where id = ?::int', [first?.id ?? 0]);
    const [second] = await api.database.sql<{ id: number }>('select max(id) as id from login');
    await api.signedIn({ realm: 'intern', email: 'zoe@exemple.fr', person: 'person0002' });
    const ended = await nextNotification(api.database.url, 'login_ended');
    await again('zoe@exemple.fr');
    expect(await ended.heard).to.deep.equal({ login: second?.id, why: 'SIGNED_OUT' });
    await ended.close();
  });

  it('says who the intern is, their place and their session', async () => {
    const browser = await intern();
    const { body } = await browser.get('/api/me');
    expect(body).to.have.property('moderator', null);
    expect(body['intern']).to.include({
      name: 'Œuvrard',
      firstName: 'Étienne',
      email: EMAIL,
      person: 'person0001',
      callOrder: 1,
    });
  });

  it('keeps several realms of one browser side by side', async () => {
    const browser = await intern();
    const moderator = await api.signedIn({ realm: 'moderator', email: EMAIL, name: 'Marc Ollivier' });
    for (const [name, value] of moderator.cookies) browser.cookies.set(name, value);
    const { body } = await browser.get('/api/me');
    expect(body['moderator']).to.include({ name: 'Marc Ollivier', person: null });
    expect(body['intern']).to.include({ name: 'Œuvrard' });
  });

  it('[ASVS 6.3.8] answers an unknown e-mail and a wrong password alike', async () => {
    await intern();
    const unknown = await api
      .visitor()
      .send('POST', '/api/login', { realm: 'intern', email: 'nobody@exemple.fr', password: PASSWORD });
    const wrong = await api
      .visitor()
      .send('POST', '/api/login', { realm: 'intern', email: EMAIL, password: 'autre chose' });
    expect(unknown.status).to.equal(401);
    expect(wrong.text).to.equal(unknown.text);
    expect(unknown.body).to.include({ code: 'SIGN_IN_REFUSED' });
  });

  it('[ASVS 6.3.8] hashes a password for an unknown e-mail too', async () => {
    const timed = async (email: string): Promise<number> => {
      const start = performance.now();
      await api.visitor().send('POST', '/api/login', { realm: 'intern', email, password: 'autre chose' });
      return performance.now() - start;
    };
    await intern();
    await timed('warm@exemple.fr');
    const [known, unknown] = [await timed(EMAIL), await timed('nobody@exemple.fr')];
    expect(unknown, 'an answer without the hash takes a millisecond').to.be.greaterThan(known / 4);
  });

  it('refuses the account of another realm', async () => {
    await intern();
    const answer = await api
      .visitor()
      .send('POST', '/api/login', { realm: 'moderator', email: EMAIL, password: PASSWORD });
    expect(answer.status).to.equal(401);
  });

  it('[ASVS 6.3.1] makes one account wait after too many wrong passwords, and nobody else', async () => {
    const browser = await intern();
    const attempt = (email: string) =>
      api.visitor().send('POST', '/api/login', { realm: 'intern', email, password: 'faux' });
    for (let tries = 0; tries < 3; tries++) expect((await attempt('victim@exemple.fr')).status).to.equal(401);
    const refused = await attempt('victim@exemple.fr');
    expect(refused.status).to.equal(429);
    expect(refused.headers.get('retry-after')).to.equal('60');
    expect((await attempt(EMAIL)).status).to.equal(401);
    expect((await browser.get('/api/me')).body['intern']).to.not.equal(null);
  });

  it('renews by itself when only the refresh token is left', async () => {
    const browser = await intern();
    const before = browser.cookies.get('__Host-intern-refresh');
    browser.cookies.delete('__Host-intern');
    expect((await browser.get('/api/me')).body['intern']).to.not.equal(null);
    expect(browser.cookies.has('__Host-intern')).to.equal(true);
    expect(browser.cookies.get('__Host-intern-refresh')).to.not.equal(before);
  });

  it('gives two tabs that refresh at once the same next token', async () => {
    const browser = await intern();
    const tab = api.visitor();
    for (const [name, value] of browser.cookies) tab.cookies.set(name, value);
    const answers = await Promise.all(
      [browser, tab].map(each => each.send('POST', '/api/login/refresh', { realm: 'intern' })),
    );
    expect(answers.map(({ status }) => status)).to.deep.equal([204, 204]);
    expect(tab.cookies.get('__Host-intern-refresh')).to.equal(browser.cookies.get('__Host-intern-refresh'));
  });

  it('[ASVS 10.4.5] ends the login when a refresh token is shown again later', async () => {
    const browser = await intern();
    const thief = api.visitor();
    thief.cookies.set('__Host-intern-refresh', browser.cookies.get('__Host-intern-refresh') ?? '');
    await browser.send('POST', '/api/login/refresh', { realm: 'intern' });
    await browser.get('/api/me');
    await api.database.sql(`update login set rotated_at = now() - interval '1 minute'`);
    expect((await thief.send('POST', '/api/login/refresh', { realm: 'intern' })).status).to.equal(401);
    expect((await browser.get('/api/me')).body['intern'], 'the owner signs in again').to.equal(null);
  });

  it('goes on where the answer to a refresh was lost on the way, however late it is asked for again', async () => {
    const browser = await intern();
    const former = browser.cookies.get('__Host-intern-refresh') ?? '';
    await browser.send('POST', '/api/login/refresh', { realm: 'intern' });
    const lost = browser.cookies.get('__Host-intern-refresh');
    await api.database.sql(`update login set rotated_at = now() - interval '1 hour'`);
    browser.cookies.set('__Host-intern-refresh', former);
    browser.cookies.delete('__Host-intern');
    expect((await browser.get('/api/me')).body['intern']).to.not.equal(null);
    expect(browser.cookies.get('__Host-intern-refresh')).to.equal(lost);
  });

  it('[ASVS 10.4.5] ends it too when the token is older, for the thief has had others since', async () => {
    const browser = await intern();
    const thief = api.visitor();
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value);
    for (let turn = 0; turn < 3; turn++) await thief.send('POST', '/api/login/refresh', { realm: 'intern' });
    expect((await browser.send('POST', '/api/login/refresh', { realm: 'intern' })).status).to.equal(401);
    expect((await thief.get('/api/me')).body['intern'], 'neither the thief').to.equal(null);
  });

  it('[ASVS 7.4.1] ends the login at signing out, its access token too, and tells the gateways', async () => {
    const browser = await intern();
    const ended = await nextNotification(api.database.url, 'login_ended');
    const copy = api.visitor();
    for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
    expect((await browser.send('DELETE', '/api/login', { realm: 'intern' })).status).to.equal(204);
    expect(await ended.heard)
      .to.have.property('login')
      .that.is.a('number');
    await ended.close();
    expect(browser.cookies.size).to.equal(0);
    expect((await copy.get('/api/me')).body['intern']).to.equal(null);
  });

  it('is a holder’s for the person of this semester, and for nobody of an earlier one', async () => {
    const { sql } = api.database;
    const { people } = await seed(sql);
    const holder = await api.signedIn({ realm: 'mandatary', email: 'h@exemple.fr', name: 'Sacha' });
    await sql(
      `insert into mandate (roster_entry_id, email, account_id, accepted_at)
      select roster_entry.id, account.email, account.id, now() from roster_entry, account where person = ?`,
      [people[0]],
    );
    expect((await holder.get('/api/me')).body['mandatary']).to.deep.include({ person: people[0] });
    await sql('update semester set current = false');
    await sql(`insert into semester (code, current) values ('2027-11', true)`);
    expect((await holder.get('/api/me')).body['mandatary']).to.deep.include({
      person: null,
      forPerson: null,
    });
  });

  it('wakes nobody once it has run out, and leaves no trace after 30 days more', async () => {
    await intern();
    const { sql } = api.database;
    const [login] = await sql<{ id: LoginId }>('select id from login');
    if (login === undefined) throw new Error('no login');
    await subscribe(sql, login.id, { endpoint: 'https://push.example/1', p256dh: 'a', auth: 'b' });
    const left = async () =>
      (
        await sql<{ logins: number; devices: number }>(
          'select (select count(*)::int from login) as logins, (select count(*)::int from push_subscription) as devices',
        )
      )[0];
    await purgeLogins(sql);
    expect(await left()).to.deep.equal({ logins: 1, devices: 1 });
    await sql(`update login set expires_at = now() - interval '29 days'`);
    await purgeLogins(sql);
    expect(await left()).to.deep.equal({ logins: 1, devices: 0 });
    await sql(`update login set expires_at = now() - interval '31 days'`);
    await purgeLogins(sql);
    expect(await left()).to.deep.equal({ logins: 0, devices: 0 });
  });
});
