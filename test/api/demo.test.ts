/** The demonstration: its accounts, what development shows of them, and that production has none of it. */
import { expect } from 'chai';
import { systemClock } from '../../api/kit/clock.ts';
import { openLog } from '../../api/kit/log.ts';
import { DEMO_PASSWORD, makeDemoAccounts } from '../../api/demo-accounts.ts';
import { readDemoSession } from '../../api/demo-session.ts';
import { startApi } from '../../api/start.ts';
import { runningApi, testConfig } from './support/running-api.ts';
import type { RunningApi } from './support/running-api.ts';
import { seed } from './support/seed.ts';

const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://nobody@nowhere/choix',
  SMTP_URL: 'smtp://mail.example',
  PUBLIC_URL: 'https://choix.example',
  SOCKET_URL: 'wss://choix.example',
  TOKEN_SECRET: 'x'.repeat(32),
  AGENCY_PHONE: '01 23 45 67 89',
  AGENCY_EMAIL: 'choix@ars.example',
};

describe('the demonstration', () => {
  let api: RunningApi;
  beforeEach(async () => {
    api = await runningApi();
  });
  afterEach(() => api.close());

  it('has a moderator, the first three of the call list, and the holder for the fourth, made twice alike', async () => {
    const place = await seed(api.database.sql);
    const made = await makeDemoAccounts(api.database, place);
    expect(made.accounts.map(({ realm, name, callOrder }) => [realm, name, callOrder])).to.deep.equal([
      ['moderator', 'Gestion de démonstration', null],
      ['intern', 'Étienne Œuvrard', 1],
      ['intern', 'Zoé École', 2],
      ['intern', 'Alix Étage', 3],
      ['mandatary', 'Mandataire de démonstration', 4],
    ]);
    expect(await makeDemoAccounts(api.database, place)).to.deep.equal(made);
    expect(await api.database.sql('select 1 from mandate')).to.have.length(1);
  });

  it('names its session, and says when it is closed', async () => {
    const { sql } = api.database;
    const place = await seed(sql);
    expect(await readDemoSession(sql)).to.equal(null);
    await makeDemoAccounts(api.database, place);
    const session = {
      title: 'Spécialités chirurgicales, phase d’approfondissement',
      people: 4,
      closed: false,
    };
    expect(await readDemoSession(sql)).to.deep.equal(session);
    await sql(`update session set state = 'closed' where id = ?::int`, [place.session]);
    expect(await readDemoSession(sql)).to.deep.equal({ ...session, closed: true });
  });

  it('signs everyone in with the printed password', async () => {
    const { accounts, password } = await makeDemoAccounts(api.database, await seed(api.database.sql));
    for (const { realm, email } of accounts)
      expect(
        (await api.visitor().send('POST', '/api/login', { realm, email, password })).status,
        email,
      ).to.equal(200);
  });

  it('is shown on the sign-in page in development', async () => {
    expect((await api.visitor().get('/api/settings')).body).to.deep.include({
      development: true,
      demo: null,
      semester: null,
    });
    const { accounts } = await makeDemoAccounts(api.database, await seed(api.database.sql));
    expect((await api.visitor().get('/api/settings')).body).to.deep.include({
      region: 'Île-de-France',
      semester: '2027-05',
      demo: { password: DEMO_PASSWORD, accounts },
    });
  });

  it('gives the development mailbox', async () => {
    await api.database.sql(
      `insert into dev_mail (message_id, recipient, subject, body_text, body_html) values ('m@x', 'i@exemple.fr', 'Bonjour', 'texte', '<p>texte</p>')`,
    );
    const [mail] = JSON.parse((await api.visitor().get('/api/dev/mails')).text);
    expect(mail).to.include({ messageId: 'm@x', recipient: 'i@exemple.fr', subject: 'Bonjour' });
    expect((await api.visitor().get(`/api/dev/mails/${mail.id}`)).body).to.include({
      text: 'texte',
      html: '<p>texte</p>',
    });
    expect((await api.visitor().get('/api/dev/mails/999999')).status).to.equal(404);
  });

  it('shows a mail’s HTML in a page that may be styled inline, framed by ours, and do nothing', async () => {
    const [mail] = await api.database.sql<{ id: number }>(
      `insert into dev_mail (message_id, recipient, subject, body_text, body_html) values ('h@x', 'i@exemple.fr', 'Bonjour', 'texte', '<p style="color:red">texte</p>') returning id`,
    );
    const page = await fetch(`${api.url}/api/dev/mails/${mail?.id}/html`, {
      headers: { connection: 'close' },
    });
    expect(await page.text()).to.contain('style="color:red"');
    expect(page.headers.get('content-security-policy')).to.equal(
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
    );
    const elsewhere = await fetch(`${api.url}/`, { headers: { connection: 'close' } });
    expect(elsewhere.headers.get('content-security-policy')).to.not.contain('unsafe-inline');
  });

  it('keeps production from starting', async () => {
    await makeDemoAccounts(api.database, await seed(api.database.sql));
    const config = testConfig(PRODUCTION);
    const started = startApi({
      config,
      database: api.database,
      log: openLog(config, 'api'),
      clock: systemClock,
    });
    expect(
      await started.then(
        () => null,
        (error: unknown) => String(error),
      ),
    ).to.match(/5 demonstration accounts exist/);
  });

  it('has no mailbox and tells of no account in production', async () => {
    const config = testConfig(PRODUCTION);
    const production = await startApi({
      config,
      database: api.database,
      log: openLog(config, 'api'),
      clock: systemClock,
    });
    const read = async (path: string) =>
      fetch(`http://localhost:${production.port}${path}`, { headers: { connection: 'close' } });
    const settings = await read('/api/settings');
    expect(await settings.json()).to.deep.include({ development: false, demo: null });
    expect(settings.headers.get('strict-transport-security')).to.match(/max-age=31536000/);
    expect((await read('/api/dev/mails')).status).to.equal(404);
    await production.close();
  });
});
