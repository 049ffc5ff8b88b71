/**
 * The build in production: compiled as `npm run build` compiles it, on a database that nobody has touched, with a mail
 * server. Processes of their own, settings and nothing else in their environment.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { Secret, TOTP } from 'otpauth';
import { WebSocket } from 'ws';
import { PROTOCOL } from '../../machines/wire/frames.ts';
import { openDatabase } from '../../migrations/open.ts';
import type { Database } from '../../migrations/open.ts';
import { mailServer } from '../api/support/mail-server.ts';
import type { MailServer } from '../api/support/mail-server.ts';
import { visitor } from '../api/support/running-api.ts';
import type { Visitor } from '../api/support/running-api.ts';
import { testServer } from '../support/database-server.ts';
import { eventually } from '../support/eventually.ts';
import { freePair } from '../support/house.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const BUILD = join(ROOT, 'dist', 'production-test');
const ADMINISTRATOR = 'nadia@ars.example';
const PASSWORD = 'pendule marine girafe octobre';
const START_MS = 30_000; // a process of its own, on a machine that may be busy

const run = promisify(execFile);

describe('the build in production', function () {
  this.timeout(60_000);
  let settings: Readonly<Record<string, string>>;
  let url: string;
  let mails: MailServer;
  let database: Database;
  let house: Started;
  let desk: Visitor;

  before(async () => {
    // Types are checked elsewhere: here it is what comes out that is started.
    const compile = ['-p', 'tsconfig.build.json', '--noCheck', '--outDir', BUILD];
    const [server, port, mailed] = await Promise.all([
      testServer(),
      freePair(),
      mailServer(),
      run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), ...compile], { cwd: ROOT }),
    ]);
    mails = mailed;
    url = `http://localhost:${port}`;
    settings = {
      NODE_ENV: 'production',
      PORT: String(port),
      DATABASE_URL: await server.createEmpty(),
      SMTP_URL: mails.url,
      PUBLIC_URL: url,
      SOCKET_URL: `ws://localhost:${port + 1}`,
      TOKEN_SECRET: 'a secret of this test, of more than 32 characters',
      AGENCY_PHONE: '01 99 00 00 00',
      AGENCY_EMAIL: 'choix@ars.example',
    };
    house = start('session-server/start.js');
    await house.ready();
    database = await openDatabase(settings['DATABASE_URL'] ?? '', { poolMax: 2 });
  });
  after(async () => {
    await house?.stop();
    await database?.close();
    await mails?.close();
    await (await testServer()).drop(settings['DATABASE_URL'] ?? '');
    rmSync(BUILD, { recursive: true, force: true });
  });

  interface Started {
    readonly child: ChildProcess;
    printed(): string;
    ready(): Promise<void>;
    /** @returns its exit code and signal. */
    readonly exit: Promise<unknown[]>;
    stop(): Promise<unknown[]>;
  }

  const start = (file: string, more: Readonly<Record<string, string>> = {}): Started => {
    const child = spawn(process.execPath, [join(BUILD, file)], {
      env: { PATH: process.env['PATH'] ?? '', ...settings, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (printed += String(text)));
    const exit = once(child, 'close');
    return {
      child,
      printed: () => printed,
      exit,
      async ready() {
        await eventually(
          'ready',
          async () => {
            if (child.exitCode !== null) throw new Error(printed);
            return (await fetch(`${url}/readyz`).catch(() => null))?.ok ?? false;
          },
          START_MS,
        );
      },
      stop() {
        child.kill('SIGTERM');
        return exit;
      },
    };
  };

  const command = (file: string, ...words: readonly string[]) =>
    run(process.execPath, [join(BUILD, file), ...words], {
      env: { PATH: process.env['PATH'] ?? '', ...settings },
    });

  it('[ASVS 6.3.3] opens the first administrator’s account by the link that the command prints, with a code of an application', async () => {
    const { stdout } = await command(
      'api/commands/admin.js',
      '--email',
      ADMINISTRATOR,
      '--name',
      'Nadia Ferhat',
    );
    const token = /\/invitation#(\S+)/u.exec(stdout)?.[1] ?? '';
    await eventually('the invitation', () =>
      mails.received.some(({ text }) => text?.includes(token) ?? false),
    );
    desk = visitor(url);
    const accepted = await desk.send('POST', '/api/invitation', { token, password: PASSWORD });
    expect(accepted.body).to.deep.equal({ secondFactor: { kind: 'enrol', ways: [] } });
    const offered = await desk.send('POST', '/api/login/second/enrol/application/options');
    const code = new TOTP({ secret: Secret.fromBase32(String(offered.body['secret'])) }).generate();
    const signedIn = await desk.send('POST', '/api/login/second/enrol/application', { code });
    expect(signedIn.body['signedIn']).to.have.nested.property('moderator.administrator', true);
    for (const cookie of signedIn.headers.getSetCookie().filter(text => !/max-age=0/iu.test(text)))
      expect(cookie)
        .to.match(/^__Host-moderator/u)
        .and.match(/; Secure/u)
        .and.match(/; HttpOnly/u);
  });

  it('[ASVS 12.2.1] asks browsers for TLS, lets in the sockets’ address alone, and shows no page of development', async () => {
    const { headers } = await visitor(url).get('/api/settings');
    expect(headers.get('strict-transport-security')).to.equal('max-age=31536000; includeSubDomains');
    expect(headers.get('content-security-policy')).to.include(
      `connect-src 'self' ${settings['SOCKET_URL']};`,
    );
    expect((await visitor(url).get('/api/dev/mails')).status).to.equal(404);
    expect((await visitor(url).get('/api/settings')).text).to.not.include('choisir-un-poste');
  });

  it('takes the two files, and tells a socket of the public what was published', async () => {
    const demo = join(ROOT, 'migrations', 'demo');
    const files = ['--interns', join(demo, 'interns.csv'), '--posts', join(demo, 'posts.csv')];
    await command(
      'api/commands/import.js',
      '--semester',
      '2027-05',
      ...files,
      '--per-session',
      '60',
      '--publish',
    );
    const { text } = await visitor(url).get('/api/amphitheatres');
    const [first] = JSON.parse(text) as { id: number }[];
    const { body: ticket } = await visitor(url).send('POST', '/api/ticket', { realm: 'public' });
    const socket = new WebSocket(`${settings['SOCKET_URL']}/?ticket=${String(ticket['ticket'])}`, {
      origin: url,
    });
    await once(socket, 'open');
    const heard = once(socket, 'message');
    const hello = {
      type: 'hello',
      protocol: PROTOCOL,
      amphitheatre: first?.id,
      rehearsal: null,
      aside: false,
      last: null,
    };
    socket.send(JSON.stringify(hello));
    expect(JSON.parse(String((await heard)[0]))).to.include({ type: 'snapshot' });
    socket.terminate();
  });

  it('[ASVS 16.2.5] logs events alone, and nothing secret or private', async () => {
    const wrong = { realm: 'moderator', email: ADMINISTRATOR, password: 'un secret mal tapé' };
    expect((await visitor(url).send('POST', '/api/login', wrong)).status).to.equal(401);
    const lines = await eventually('the refusal', () => {
      const printed = house.printed();
      return printed.includes('login.refused') ? printed.trim().split('\n') : null;
    });
    for (const line of lines) expect(JSON.parse(line), line).to.have.property('msg');
    const secrets = ['un secret mal tapé', PASSWORD, ADMINISTRATOR, 'Nadia', settings['TOKEN_SECRET'] ?? ''];
    for (const secret of [...secrets, ...desk.cookies.values()])
      expect(lines.join('\n')).to.not.include(secret);
  });

  it('[ASVS 13.3.1] does not start where an account of a demonstration is', async () => {
    await database.sql(
      `insert into account (realm, email, name, demo) values ('moderator', 'd@demo.example', 'D', true)`,
    );
    const refused = start('session-server/start.js', { PORT: '0', SOCKET_PORT: '0' });
    expect(await refused.exit).to.deep.equal([1, null]);
    expect(refused.printed()).to.include('production refuses to start');
    await database.sql('delete from account where demo');
  });

  const PARTS = [
    ['api/start-alone.js', 'api.ready'],
    ['session-server/start-sessions.js', 'live.ready'],
    ['api/worker/start.js', 'worker.ready'],
  ] as const;

  it('starts API, session server and worker alone, each on a database that nobody has touched, and ends them in good order', async () => {
    const server = await testServer();
    const ended = PARTS.map(async ([part, ready]) => {
      const empty = await server.createEmpty();
      const alone = start(part, { DATABASE_URL: empty, PORT: '0', SOCKET_PORT: '0' });
      await eventually(
        ready,
        () => {
          if (alone.child.exitCode !== null) throw new Error(alone.printed());
          return alone.printed().includes(ready);
        },
        START_MS,
      );
      const exit = await alone.stop();
      await server.drop(empty);
      return exit;
    });
    expect(await Promise.all(ended)).to.deep.equal(PARTS.map(() => [0, null]));
  });
});
