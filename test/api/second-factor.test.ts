/** A moderator's second factor over real HTTP: enrolled at the first sign-in, asked at each, good once, never bypassed. */
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { expect } from 'chai';
import { Secret, TOTP } from 'otpauth';
import { makeAccounts } from '../../api/accounts.ts';
import { hashPassword } from '../../api/sign-in/passwords.ts';
import { simulatedClock } from '../support/simulated-clock.ts';
import type { SimulatedClock } from '../support/simulated-clock.ts';
import { PASSWORD, runningApi } from './support/running-api.ts';
import type { Answer, RunningApi, Visitor } from './support/running-api.ts';
import { softPasskey } from './support/soft-passkey.ts';

const EMAIL = 'nadia@ars.example';
const SECOND = '/api/login/second';

describe('a moderator’s second factor', () => {
  let api: RunningApi;
  let clock: SimulatedClock;
  before(async () => {
    clock = simulatedClock(Date.now());
    api = await runningApi({ clock });
  });
  beforeEach(async () => {
    await api.database.sql('delete from account');
    const moderator = { realm: 'moderator' as const, email: EMAIL, name: 'Nadia Ferhat' };
    await makeAccounts(api.database.sql, [moderator], await hashPassword(PASSWORD), false);
    clock.moveBy(3_600_000); // the limits of the test before are over, and its codes
  });
  after(() => api.close());

  const password = async (browser: Visitor): Promise<Answer> =>
    browser.send('POST', '/api/login', { realm: 'moderator', email: EMAIL, password: PASSWORD });
  const code = (secret: string): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.now() });
  const isSignedIn = async (browser: Visitor): Promise<boolean> =>
    (await browser.get('/api/me')).body['moderator'] !== null;

  /** The first sign-in with an application. */
  const enrolled = async (): Promise<{ browser: Visitor; secret: string; codes: readonly string[] }> => {
    const browser = api.visitor();
    await password(browser);
    const offered = await browser.send('POST', `${SECOND}/enrol/application/options`);
    const secret = String(offered.body['secret']);
    const answer = await browser.send('POST', `${SECOND}/enrol/application`, { code: code(secret) });
    expect(answer.status, answer.text).to.equal(200);
    clock.moveBy(30_000);
    return { browser, secret, codes: answer.body['recoveryCodes'] as string[] };
  };

  it('[ASVS 7.4.3] is asked of nobody who showed the password before it changed', async () => {
    const { browser } = await enrolled();
    const thief = api.visitor();
    await password(thief);
    expect((await thief.get(SECOND)).status).to.equal(200);
    const [current, better] = [PASSWORD, 'quatre girafes boivent du thé'];
    const change = (from: string, to: string) =>
      browser.send('PUT', '/api/me/password?realm=moderator', { current: from, password: to });
    expect((await change(current, better)).status).to.equal(204);
    expect((await thief.get(SECOND)).body).to.include({ code: 'STEP_ENDED' });
  });

  it('[ASVS 6.3.3] is enrolled at the first sign-in, which opens nothing before', async () => {
    const browser = api.visitor();
    const asked = await password(browser);
    expect(asked.body).to.deep.equal({ secondFactor: { kind: 'enrol', ways: [] } });
    expect([...browser.cookies.keys()]).to.deep.equal(['__Host-moderator-step']);
    expect(await isSignedIn(browser)).to.equal(false);
    expect((await browser.get('/api/desk/day?date=2027-03-22')).status).to.equal(401);
    expect((await browser.send('POST', '/api/ticket', { realm: 'moderator' })).status).to.equal(401);
    const offered = await browser.send('POST', `${SECOND}/enrol/application/options`);
    const answer = await browser.send('POST', `${SECOND}/enrol/application`, {
      code: code(String(offered.body['secret'])),
    });
    expect(answer.body['signedIn']).to.have.nested.property('moderator.email', EMAIL);
    expect(answer.body['recoveryCodes']).to.have.length(10);
    expect(await isSignedIn(browser)).to.equal(true);
  });

  it('[ASVS 6.5.1] takes a code of the application once, and none that came before it', async () => {
    const { secret } = await enrolled();
    const first = code(secret);
    for (const [expected, tries] of [
      [200, first],
      [401, first],
    ] as const) {
      const browser = api.visitor();
      expect((await password(browser)).body).to.deep.equal({
        secondFactor: { kind: 'verify', ways: ['application', 'recovery'] },
      });
      expect((await browser.send('POST', `${SECOND}/application`, { code: tries })).status).to.equal(
        expected,
      );
      expect(await isSignedIn(browser)).to.equal(expected === 200);
    }
  });

  it('[ASVS 6.5.2] keeps recovery codes as hashes, each good once, typed as one likes', async () => {
    const { codes } = await enrolled();
    const [one = ''] = codes;
    const kept = await api.database.sql<{ hash: Buffer }>('select hash from recovery_code');
    expect(kept).to.have.length(10);
    expect(kept.every(({ hash }) => hash.length === 32)).to.equal(true);
    const recover = async (typed: string) => {
      const browser = api.visitor();
      await password(browser);
      return (await browser.send('POST', `${SECOND}/recovery`, { code: typed })).status;
    };
    expect(await recover(one.toLowerCase().replaceAll('-', ' '))).to.equal(200);
    expect(await recover(one)).to.equal(401);
    expect(await recover(codes[1] ?? '')).to.equal(200);
  });

  it('[ASVS 6.5.1] asks for the password again after five wrong codes, and tells the code is wrong in one way', async () => {
    const { secret } = await enrolled();
    const browser = api.visitor();
    await password(browser);
    for (let tries = 0; tries < 5; tries++) {
      const refused = await browser.send('POST', `${SECOND}/application`, { code: '000000' });
      expect(refused.body).to.include({ code: 'SECOND_FACTOR_REFUSED' });
    }
    const late = await browser.send('POST', `${SECOND}/application`, { code: code(secret) });
    expect(late.body).to.include({ code: 'STEP_ENDED' });
    expect(await isSignedIn(browser)).to.equal(false);
  });

  it('[ASVS 6.3.4] enrols nothing in the place of a factor that is there', async () => {
    await enrolled();
    const thief = api.visitor();
    await password(thief);
    const answer = await thief.send('POST', `${SECOND}/enrol/application/options`);
    expect(answer.body).to.include({ code: 'STEP_ENDED' });
  });

  it('enrols once, when two begin at the same time', async () => {
    const [one, two] = [api.visitor(), api.visitor()];
    const offers: Answer[] = [];
    for (const browser of [one, two]) {
      await password(browser);
      offers.push(await browser.send('POST', `${SECOND}/enrol/application/options`));
    }
    const answers = await Promise.all(
      [one, two].map((browser, index) =>
        browser.send('POST', `${SECOND}/enrol/application`, {
          code: code(String(offers[index]?.body['secret'])),
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).to.have.members([200, 401]);
  });

  it('[ASVS 11.3.2] is sealed in the database: neither the secret nor its bytes stand there', async () => {
    const { secret } = await enrolled();
    const [row] = await api.database.sql<{ secret: Buffer }>('select secret from authenticator');
    expect(row?.secret.includes(Buffer.from(Secret.fromBase32(secret).bytes))).to.equal(false);
    expect(row?.secret.includes(secret)).to.equal(false);
  });

  it('[ASVS 6.3.3] may be a passkey: its answer counts once, for its challenge and our origin', async () => {
    const key = softPasskey();
    const browser = api.visitor();
    await password(browser);
    const toMake = await browser.send('POST', `${SECOND}/enrol/passkey/options`);
    const made = key.made({ challenge: String(toMake.body['challenge']) }, api.url);
    const done = await browser.send('POST', `${SECOND}/enrol/passkey`, { name: 'Clé de bureau', made });
    expect(done.status, done.text).to.equal(200);

    const show = async (origin: string, counter: number, more: (shown: object) => object = it => it) => {
      const other = api.visitor();
      await password(other);
      const { body } = await other.send('POST', `${SECOND}/passkey/options`);
      expect(body['allowCredentials']).to.have.nested.property('[0].id', key.id);
      const shown = more(key.shown({ challenge: String(body['challenge']) }, origin, counter));
      const { status } = await other.send('POST', `${SECOND}/passkey`, shown);
      return { status, again: (await other.send('POST', `${SECOND}/passkey`, shown)).status };
    };
    expect(await show('http://evil.example', 1)).to.include({ status: 401 });
    expect(await show(api.url, 5)).to.deep.equal({ status: 200, again: 401 });
    expect((await show(api.url, 5)).status, 'a copy: the count does not grow').to.equal(401);
    const stolen = softPasskey();
    expect(
      (await show(api.url, 9, () => ({ ...stolen.shown({ challenge: 'x' }, api.url, 9), id: key.id })))
        .status,
    ).to.equal(401);
    expect((await show(api.url, 6)).status).to.equal(200);
  });

  it('[ASVS 6.3.3] asks for passkeys of our own name, whatever Host a request names', async () => {
    const browser = api.visitor();
    await password(browser);
    const path = `${api.url}${SECOND}/enrol/passkey/options`;
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, host: 'evil.example', 'sec-fetch-site': 'same-origin' };
    const sent = request(path, { method: 'POST', agent: false, headers }).end();
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    expect(await json(answer)).to.have.nested.property('rp.id', 'localhost');
  });

  it('[ASVS 7.5.1] is changed only soon after signing in, with word by mail, and the last one stays', async () => {
    const { browser } = await enrolled();
    expect((await browser.send('DELETE', '/api/me/second-factor/application')).body).to.include({
      code: 'LAST_SECOND_FACTOR',
    });
    expect((await browser.send('POST', '/api/me/second-factor/step')).status).to.equal(204);
    const key = softPasskey();
    const { body } = await browser.send('POST', `${SECOND}/enrol/passkey/options`);
    const made = key.made({ challenge: String(body['challenge']) }, api.url);
    const added = await browser.send('POST', `${SECOND}/enrol/passkey`, { name: 'Téléphone', made });
    expect(added.body).to.deep.equal({ signedIn: null, recoveryCodes: null });
    const mine = await browser.get('/api/me/second-factor');
    expect(mine.body).to.include({ recoveryCodes: 10, fresh: true });
    expect(mine.body).to.have.nested.property('passkeys[0].name', 'Téléphone');
    expect(
      await api.database.sql(`select recipient from mail where kind = 'secondFactorChanged'`),
    ).to.deep.equal([{ recipient: EMAIL }]);
    await api.database.sql(`update login set created_at = now() - interval '16 minutes'`);
    const late = await browser.send('DELETE', '/api/me/second-factor/application');
    expect(late.body).to.include({ code: 'SIGN_IN_AGAIN' });
    await api.database.sql('update login set created_at = now()');
    expect((await browser.send('DELETE', '/api/me/second-factor/application')).status).to.equal(204);
    const renewed = await browser.send('POST', '/api/me/second-factor/recovery-codes');
    expect(renewed.body['recoveryCodes']).to.have.length(10);
  });
});
