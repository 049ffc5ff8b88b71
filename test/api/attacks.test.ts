/** What is tried against the doors of the API: forged tokens, another's ids, fields that are not one's own, a flood of passwords. */
import { expect } from 'chai';
import { SignJWT } from 'jose';
import { pino } from 'pino';
import { DEFAULT_LIMITS, makeLimits } from '../../api/http/limits.ts';
import { systemClock } from '../../api/kit/clock.ts';
import { loginRoutes } from '../../api/routes/login.ts';
import { simulatedClock } from '../support/simulated-clock.ts';
import { PASSWORD, runningApi, testConfig } from './support/running-api.ts';
import type { RunningApi, Visitor } from './support/running-api.ts';
import { seed } from './support/seed.ts';
import type { Seeded } from './support/seed.ts';

const MINUTE_S = 60;
const OWNER = 'camille@exemple.fr';

describe('an attacker', () => {
  let api: RunningApi;
  let seeded: Seeded;
  let intern: Visitor;
  before(async () => {
    api = await runningApi({ limits: { ...DEFAULT_LIMITS, requestsPerMinute: 1e6, signInsPerMinute: 1e6 } });
    seeded = await seed(api.database.sql);
    intern = await api.signedIn({
      realm: 'intern',
      email: OWNER,
      person: seeded.people[0] ?? '',
    });
  });
  after(() => api.close());

  const loginOf = async () => {
    const [login] = await api.database.sql<{ id: number; account: number }>(
      'select id, account_id as account from login order by id limit 1',
    );
    if (login === undefined) throw new Error('nobody is signed in');
    return login;
  };
  const answered = async (token: string): Promise<unknown> => {
    const thief = api.visitor();
    thief.cookies.set('__Host-intern', token);
    return (await thief.get('/api/me')).body['intern'];
  };

  it('[ASVS 9.1.2] [ASVS 9.2.2] [ASVS 9.2.3] gets nowhere with a token of another algorithm, type, audience, issuer, key or time', async () => {
    const { id, account } = await loginOf();
    const { tokenSecret, publicUrl } = testConfig();
    const key = new TextEncoder().encode(tokenSecret);
    const now = Math.floor(Date.now() / 1000);
    interface Forged {
      readonly alg?: string;
      readonly typ?: string;
      readonly audience?: string;
      readonly issuer?: string;
      readonly expires?: number;
      readonly by?: Uint8Array;
    }
    const token = (forged: Forged): Promise<string> =>
      new SignJWT({ login: id })
        .setProtectedHeader({ alg: forged.alg ?? 'HS256', typ: forged.typ ?? 'at+jwt' })
        .setSubject(String(account))
        .setIssuer(forged.issuer ?? publicUrl)
        .setAudience(forged.audience ?? 'intern')
        .setIssuedAt(now - MINUTE_S)
        .setExpirationTime(forged.expires ?? now + MINUTE_S)
        .sign(forged.by ?? key);
    expect(await answered(await token({})), 'a good one').to.include({ email: OWNER });
    const forgeries: Readonly<Record<string, Forged>> = {
      alg: { alg: 'HS512' },
      typ: { typ: 'JWT' },
      aud: { audience: 'moderator' },
      iss: { issuer: 'https://evil.example' },
      exp: { expires: now - 1 },
      key: { by: new TextEncoder().encode('x'.repeat(32)) },
    };
    for (const [what, forged] of Object.entries(forgeries))
      expect(await answered(await token(forged)), what).to.equal(null);
    const [header = '', claims = '', signature = ''] = (await token({})).split('.');
    const unsigned = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
    for (const forged of [
      `${unsigned}.${claims}.`,
      `${unsigned}.${claims}.${signature}`,
      `${header}.${claims}.`,
    ])
      expect(await answered(forged), forged.slice(0, 20)).to.equal(null);
  });

  it('[ASVS 9.2.1] replays a token of a login that has ended in vain', async () => {
    const browser = await api.signedIn({
      realm: 'intern',
      email: 'zoe@exemple.fr',
      person: seeded.people[1] ?? '',
    });
    const kept = browser.cookies.get('__Host-intern') ?? '';
    expect(await answered(kept)).to.include({ email: 'zoe@exemple.fr' });
    await browser.send('DELETE', '/api/login', { realm: 'intern' });
    expect(await answered(kept)).to.equal(null);
  });

  it('[ASVS 15.3.3] sends fields that are not asked for, and each is refused by its name', async () => {
    const desk = await api.signedIn({ realm: 'moderator', email: 'm@ars.example', name: 'M' });
    await api.database.sql(`update account set administrator = true where email = 'm@ars.example'`);
    const tries: readonly (readonly [Visitor, string, string, object])[] = [
      [api.visitor(), 'POST', '/api/login', { realm: 'intern', email: 'a@b.fr', password: 'x' }],
      [intern, 'POST', '/api/ticket', { realm: 'intern' }],
      [desk, 'POST', '/api/desk/moderators', { email: 'n@ars.example', name: 'N', administrator: false }],
    ];
    for (const [who, method, path, body] of tries)
      for (const field of ['administrator_', 'demo', 'id', '__proto__x', 'password_hash']) {
        const answer = await who.send(method, path, { ...body, [field]: true });
        expect(answer.status, `${path} ${field}`).to.equal(400);
        expect(answer.body).to.include({ code: 'INVALID_INPUT' });
      }
  });

  it('[ASVS 8.2.2] names another’s ids, and reads or changes nothing of theirs', async () => {
    const other = await api.signedIn({
      realm: 'intern',
      email: 'alix@exemple.fr',
      person: seeded.people[2] ?? '',
    });
    const kept = { name: 'À moi', query: 'texte=digestive' };
    expect((await other.send('POST', '/api/me/searches', kept)).status).to.equal(200);
    const { sql } = api.database;
    const theirs = await sql<{ id: number }>('select id from saved_search');
    const before = await sql('select * from saved_search');
    for (const { id } of theirs)
      for (const [method, body] of [
        ['PUT', { name: 'x' }],
        ['DELETE', undefined],
      ] as const)
        expect((await intern.send(method, `/api/me/searches/${id}`, body)).status, method).to.equal(404);
    expect(before).to.have.length(1);
    expect(await sql('select * from saved_search')).to.deep.equal(before);
    for (const path of [`/api/desk/people/${seeded.people[2]}/file`, `/api/desk/people?q=alix`])
      expect((await intern.get(path)).status, path).to.equal(401);
    for (const path of ['status', 'roster'])
      expect(
        (await intern.send('PUT', `/api/desk/people/${seeded.people[2]}/${path}`, {})).status,
        path,
      ).to.equal(401);
  });

  it('[ASVS 6.3.1] writes one address in many ways, and is counted once', async () => {
    const email = 'camille@exemple.fr';
    const alike = [email.replace('i', '\u0130'), email.replace('i', '\u0131'), `${email}\u200b`];
    for (const written of alike) {
      const answer = await api
        .visitor()
        .send('POST', '/api/login', { realm: 'intern', email: written, password: PASSWORD });
      expect(answer.body, JSON.stringify(written)).to.include({ code: 'INVALID_INPUT' });
    }
    for (const written of ['CAMILLE@exemple.fr', ' camille@exemple.fr '])
      for (let tries = 0; tries < 5; tries++)
        await api.visitor().send('POST', '/api/login', { realm: 'intern', email: written, password: 'faux' });
    const next = { realm: 'intern', email, password: PASSWORD };
    expect((await api.visitor().send('POST', '/api/login', next)).status).to.equal(429);
  });

  /** The door of signing in behind a proxy that tells the address; nobody is slowed for theirs. */
  const signingIn = (write: (line: string) => void = () => undefined) => {
    const doors = loginRoutes({
      config: testConfig({ TRUSTED_PROXY_HEADER: 'x-real-ip' }),
      database: api.database,
      log: pino({ level: 'info' }, { write }),
      clock: simulatedClock(Date.now()),
      limits: makeLimits(systemClock, null, { ...DEFAULT_LIMITS, signInsPerMinute: 1e6 }),
      guessing: { fault: async () => null, close: async () => undefined },
    });
    return async (email: string, password: string, address: string): Promise<number> => {
      const body = JSON.stringify({ realm: 'intern', email, password });
      const headers = { 'content-type': 'application/json', 'x-real-ip': address };
      return (await doors.request('/login', { method: 'POST', headers, body })).status;
    };
  };

  it('[ASVS 6.3.1] guesses 10,000 passwords: ten a minute are looked at, none is logged, and the owner signs in meanwhile', async function () {
    this.timeout(60_000);
    const lines: string[] = [];
    const sign = signingIn(line => void lines.push(line));
    const seen = new Map<number, number>();
    for (let round = 0; round < 200; round += 1) {
      const guesses = Array.from({ length: 50 }, (_, index) =>
        sign(OWNER, `devine-${round}-${index}`, '203.0.113.9'),
      );
      for (const status of await Promise.all(guesses)) seen.set(status, (seen.get(status) ?? 0) + 1);
      if (round === 100)
        expect(await sign(OWNER, PASSWORD, '198.51.100.7'), 'the owner, from elsewhere').to.equal(200);
    }
    expect([...seen.keys()]).to.have.members([401, 429]);
    expect((seen.get(401) ?? 0) + (seen.get(429) ?? 0)).to.equal(10_000);
    expect(seen.get(401), 'ten for each minute that this takes').to.be.within(10, 50);
    expect(lines.join(''))
      .to.include('login.refused')
      .and.not.match(/devine-|camille@/u);
  });

  it('[ASVS 2.4.1] tries a name a password from one address, and whoever is elsewhere signs in before they are looked at', async () => {
    const sign = signingIn();
    let looked = 0;
    const storm = Array.from({ length: 60 }, async (_, index) => {
      expect(await sign(`nom${index}@exemple.fr`, 'devine', '203.0.113.9')).to.equal(401);
      looked += 1;
    });
    expect(await sign(OWNER, PASSWORD, '198.51.100.7')).to.equal(200);
    expect(looked, 'the storm goes on').to.be.lessThan(30);
    await Promise.all(storm);
  });
});
