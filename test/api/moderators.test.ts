/** Moderators' accounts over real HTTP: invited by mail, accepted once, rights given and taken, sockets closed with them. */
import { expect } from 'chai';
import { makeAdministrator } from '../../api/moderators/make-administrator.ts';
import { CLOSE_CODES } from '../../machines/wire/close-codes.ts';
import { eventually } from '../support/eventually.ts';
import { liveApi } from './support/live-api.ts';
import { mailedLink } from './support/mailed-link.ts';
import { PASSWORD, runningApi, testConfig } from './support/running-api.ts';
import type { RunningApi, Visitor } from './support/running-api.ts';
import { runningWorker } from './support/worker.ts';
import type { RunningWorker } from './support/worker.ts';

const NEW = { email: 'karim@ars.example', name: 'Karim Benali', administrator: false };
const LONG = 'pendule marine girafe octobre';

describe('moderators’ accounts', () => {
  let api: RunningApi;
  let worker: RunningWorker;
  before(async () => {
    api = await runningApi();
    worker = await runningWorker(api.database);
  });
  beforeEach(async () => {
    await api.database.sql('delete from mailed_link');
    await api.database.sql('delete from mail');
    await api.database.sql('delete from account');
  });
  after(async () => {
    await worker.close();
    await api.close();
  });

  const moderator = (email: string) => api.signedIn({ realm: 'moderator', email, name: 'Nadia Ferhat' });
  const administrator = async (email = 'admin@ars.example'): Promise<Visitor> => {
    const browser = await moderator(email);
    await api.database.sql('update account set administrator = true where email = ?', [email]);
    return browser;
  };
  const idOf = async (email: string): Promise<number> => {
    const [row] = await api.database.sql<{ id: number }>('select id from account where email = ?', [email]);
    return row?.id ?? 0;
  };
  const acts = async (): Promise<unknown> =>
    (
      await api.database.sql<{ act: string }>(
        'select act from desk_act where subject_account_id = ?::int order by id',
        [await idOf(NEW.email)],
      )
    ).map(({ act }) => act);

  it('[ASVS 6.4.1] are opened by a mailed link, good once, with a password and then a second factor', async () => {
    const admin = await administrator();
    expect((await admin.send('POST', '/api/desk/moderators', NEW)).status).to.equal(204);
    const token = await mailedLink(api.database, 'invitation');
    const browser = api.visitor();
    const looked = await browser.send('POST', '/api/invitation/link', { token });
    expect(looked.body).to.deep.equal({ email: NEW.email, name: NEW.name });
    const weak = await browser.send('POST', '/api/invitation', { token, password: 'azertyuiop12' });
    expect(weak.body).to.include({ code: 'PASSWORD_REFUSED' });
    const accepted = await browser.send('POST', '/api/invitation', { token, password: LONG });
    expect(accepted.body).to.deep.equal({ secondFactor: { kind: 'enrol', ways: [] } });
    expect((await browser.get('/api/me')).body['moderator']).to.equal(null);
    const again = await api.visitor().send('POST', '/api/invitation', { token, password: LONG });
    expect(again.body).to.include({ code: 'LINK_ENDED' });
    const list = JSON.parse((await admin.get('/api/desk/moderators')).text) as { email: string }[];
    expect(list.find(({ email }) => email === NEW.email)).to.include({
      state: 'active',
      secondFactor: false,
    });
  });

  it('are invited once; the invitation is sent again at most each minute, and not once accepted', async () => {
    const admin = await administrator();
    const invite = () => admin.send('POST', '/api/desk/moderators', NEW);
    await invite();
    expect(
      (await admin.send('POST', '/api/desk/moderators', { ...NEW, email: 'KARIM@ars.example' })).body,
    ).to.include({
      code: 'MODERATOR_EXISTS',
    });
    const resend = async () => admin.send('POST', `/api/desk/moderators/${await idOf(NEW.email)}/invitation`);
    const first = await mailedLink(api.database, 'invitation');
    expect((await resend()).body).to.include({ code: 'MAIL_TOO_SOON' });
    await api.database.sql(`update mailed_link set created_at = now() - interval '2 minutes'`);
    expect((await resend()).status).to.equal(204);
    const old = await api.visitor().send('POST', '/api/invitation/link', { token: first });
    expect(old.body).to.include({ code: 'LINK_ENDED' });
    await api.database.sql(`update account set password_hash = 'x' where email = ?`, [NEW.email]);
    expect((await resend()).body).to.include({ code: 'ALREADY_ACTIVE' });
    expect(await acts()).to.deep.equal(['inviteModerator', 'resendInvitation']);
  });

  it('[ASVS 8.2.1] are administrators’ business alone: every route of theirs refuses a moderator', async () => {
    const browser = await moderator('plain@ars.example');
    const { body } = await browser.get('/api/openapi.json');
    const routes = Object.entries(body['paths'] as Record<string, object>)
      .filter(([path]) => path.startsWith('/desk/moderators'))
      .flatMap(([path, methods]) =>
        Object.keys(methods).map(method => [method.toUpperCase(), path] as const),
      );
    expect(routes).to.have.length(6);
    for (const [method, path] of routes) {
      const place = `/api${path.replace('{id}', '1')}`;
      const asked = method === 'GET' ? browser.get(place) : browser.send(method, place, {});
      expect((await asked).body, `${method} ${path}`).to.include({ code: 'ADMINISTRATORS_ONLY' });
      const nobody = method === 'GET' ? api.visitor().get(place) : api.visitor().send(method, place, {});
      expect((await nobody).status, `${method} ${path}`).to.equal(401);
    }
  });

  it('[ASVS 8.3.2] lose the right at the next request, not at the next sign-in', async () => {
    const admin = await administrator();
    expect((await admin.get('/api/desk/moderators')).status).to.equal(200);
    await api.database.sql('update account set administrator = false');
    expect((await admin.get('/api/desk/moderators')).status).to.equal(403);
  });

  it('keep one administrator, also when two take each other’s right at once', async () => {
    const one = await administrator('one@ars.example');
    const ownId = await idOf('one@ars.example');
    const take = (by: Visitor, id: number) =>
      by.send('PUT', `/api/desk/moderators/${id}/administrator`, { administrator: false });
    expect((await take(one, ownId)).body).to.include({ code: 'LAST_ADMINISTRATOR' });
    expect((await one.send('DELETE', `/api/desk/moderators/${ownId}`)).body).to.include({
      code: 'LAST_ADMINISTRATOR',
    });
    await one.send('POST', '/api/desk/moderators', { ...NEW, administrator: true });
    expect((await take(one, ownId)).body, 'one who has not come yet is none').to.include({
      code: 'LAST_ADMINISTRATOR',
    });
    const two = await administrator('two@ars.example');
    await Promise.all([take(one, await idOf('two@ars.example')), take(two, ownId)]);
    const [left] = await api.database.sql<{ count: number }>(
      'select count(*)::int as count from account where administrator and password_hash is not null',
    );
    expect(left?.count).to.equal(1);
  });

  it('[ASVS 7.4.2] taken away end their logins, links and factors, keep their name, and may come again', async () => {
    const admin = await administrator();
    const browser = await moderator(NEW.email);
    const id = await idOf(NEW.email);
    expect((await admin.send('DELETE', `/api/desk/moderators/${id}`)).status).to.equal(204);
    expect((await browser.get('/api/desk/day?date=2027-03-22')).status).to.equal(401);
    const again = await api
      .visitor()
      .send('POST', '/api/login', { realm: 'moderator', email: NEW.email, password: PASSWORD });
    expect(again.body).to.include({ code: 'SIGN_IN_REFUSED' });
    expect((await admin.get('/api/desk/moderators')).text).to.not.include(NEW.email);
    expect((await admin.send('DELETE', `/api/desk/moderators/${id}`)).status).to.equal(404);
    expect((await admin.send('POST', '/api/desk/moderators', NEW)).status).to.equal(204);
    expect(await idOf(NEW.email)).to.equal(id);
    expect(await acts()).to.deep.equal(['removeModerator', 'inviteModerator']);
  });

  it('[ASVS 6.3.7] are told by mail that the right was given or taken, or the account taken away', async () => {
    const admin = await administrator();
    await moderator(NEW.email);
    const id = await idOf(NEW.email);
    for (const right of [true, true, false])
      await admin.send('PUT', `/api/desk/moderators/${id}/administrator`, { administrator: right });
    await admin.send('DELETE', `/api/desk/moderators/${id}`);
    const told = () =>
      api.database.sql<{ subject: string }>(
        `select subject from dev_mail join mail using (message_id) where mail.recipient = ? order by mail.id`,
        [NEW.email],
      );
    await eventually('the letters', async () => (await told()).length === 3);
    expect((await told()).map(({ subject }) => subject)).to.deep.equal([
      'Vous êtes administrateur',
      'Vous n’êtes plus administrateur',
      'Votre compte de gestion a été retiré',
    ]);
  });

  it('whose factor is lost enrol another at the next sign-in, signed out until then', async () => {
    const admin = await administrator();
    const browser = await moderator(NEW.email);
    const id = await idOf(NEW.email);
    await api.database.sql(
      `insert into passkey (account_id, credential, public_key, name) values (?::int, 'x', '', 'Clé')`,
      [id],
    );
    expect((await admin.send('DELETE', `/api/desk/moderators/${id}/second-factor`)).status).to.equal(204);
    expect((await browser.get('/api/me')).body['moderator']).to.equal(null);
    expect(await api.database.sql('select from passkey')).to.deep.equal([]);
    expect(await acts()).to.deep.equal(['resetSecondFactor']);
  });

  it('begin with `npm run admin`: a link for who is new, the right alone for who is there', async () => {
    const config = testConfig({ PUBLIC_URL: api.url });
    const asked = { email: 'premiere@ars.example', name: 'Inès Moreau' };
    const printed = await makeAdministrator(api.database, config, asked);
    const token = /\/invitation#([\w-]{43})/u.exec(printed)?.[1];
    expect(token, printed).to.equal(await mailedLink(api.database, 'invitation'));
    const accepted = await api.visitor().send('POST', '/api/invitation', { token, password: LONG });
    expect(accepted.status, accepted.text).to.equal(200);
    await api.database.sql('update account set administrator = false');
    expect(await makeAdministrator(api.database, config, asked)).to.match(
      /mot de passe que ce compte a déjà/,
    );
    expect(await api.database.sql('select administrator from account')).to.deep.equal([
      { administrator: true },
    ]);
    expect(
      await api.database.sql(
        `select act, account_id from desk_act where subject_account_id = ?::int order by id`,
        [await idOf(asked.email)],
      ),
    ).to.deep.equal([
      { act: 'inviteModerator', account_id: null },
      { act: 'giveAdministrator', account_id: null },
    ]);
  });

  it('keep their record: no row of it is changed or taken away', async () => {
    const admin = await administrator();
    await admin.send('POST', '/api/desk/moderators', NEW);
    for (const change of [
      'update desk_act set act = act',
      'delete from desk_act',
      'truncate desk_act cascade',
    ])
      expect(await api.database.sql(change).catch((error: Error) => error.message), change).to.match(
        /append-only/,
      );
  });
});

describe('a moderator in the room', () => {
  it('[ASVS 7.4.2] whose account is taken away is put out of it within two seconds', async () => {
    const live = await liveApi();
    try {
      await live.sql(`update account set administrator = true where realm = 'moderator' returning id`);
      const { login, account } = live.theatre.stage.moderator;
      expect(login).to.be.a('number');
      const began = performance.now();
      const removed = await live.desk.send('DELETE', `/api/desk/moderators/${account}`);
      expect(removed.status, removed.text).to.equal(204);
      expect((await live.room.untilClosed()).code).to.equal(CLOSE_CODES.SIGNED_OUT.code);
      expect(performance.now() - began).to.be.below(2_000);
    } finally {
      await live.close();
    }
  });
});
