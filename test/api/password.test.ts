/** New passwords judged, and a forgotten one replaced by a mailed link. */
import { expect } from 'chai';
import { openGuessing } from '../../api/sign-in/guessing.ts';
import type { Guessing } from '../../api/sign-in/guessing.ts';
import { mailedLink } from './support/mailed-link.ts';
import { PASSWORD, runningApi } from './support/running-api.ts';
import type { RunningApi } from './support/running-api.ts';
import { runningWorker } from './support/worker.ts';
import type { RunningWorker } from './support/worker.ts';

const BETTER = 'quatre girafes boivent du thé';

describe('guessing passwords', () => {
  let guessing: Guessing;
  before(() => (guessing = openGuessing()));
  after(() => guessing.close());

  it('[ASVS 6.2.4] refuses those that everybody tries first, in French too', async () => {
    for (const password of ['password1234', 'azertyuiop12', 'motdepasse2027', 'p4ssw0rd'.repeat(16)])
      expect(await guessing.fault(password, []), password).to.equal('guessable');
    expect(await guessing.fault(BETTER, [])).to.equal(null);
  });

  it('[ASVS 6.2.11] refuses one made of the person’s own name and of the house’s words', async () => {
    const password = 'xoeuvrardzq2027';
    expect(await guessing.fault(password, [])).to.equal(null);
    expect(await guessing.fault(password, ['Xoeuvrardzq'])).to.equal('guessable');
  });

  it('leaves the event loop to those who choose, whatever is judged', async () => {
    let turns = 0;
    let judging = true;
    const turn = (): void => {
      turns++;
      if (judging) setImmediate(turn);
    };
    setImmediate(turn);
    await Promise.all(['@4$3'.repeat(32), 'p4ssw0rd'.repeat(16)].map(one => guessing.fault(one, [])));
    judging = false;
    expect(turns).to.be.above(100); // judged in this thread, the loop would not turn meanwhile
  });
});

describe('a forgotten password', () => {
  let api: RunningApi;
  let worker: RunningWorker;
  beforeEach(async () => {
    api = await runningApi();
    worker = await runningWorker(api.database);
  });
  afterEach(async () => {
    await worker.close();
    await api.close();
  });

  const account = { realm: 'mandatary', email: 'holder@exemple.fr', name: 'Claude Martin' } as const;
  const forget = (email: string = account.email) =>
    api.visitor().send('POST', '/api/password/forgotten', { realm: 'mandatary', email });
  const set = (token: string, password = BETTER) =>
    api.visitor().send('POST', '/api/password', { token, password });
  const signIn = (password: string) =>
    api.visitor().send('POST', '/api/login', { realm: 'mandatary', email: account.email, password });

  it('[ASVS 6.4.3] is replaced by the mailed link, once, and every login ends', async () => {
    const browser = await api.signedIn(account);
    expect((await forget()).status).to.equal(204);
    const token = await mailedLink(api.database, 'mot-de-passe');
    const looked = await api.visitor().send('POST', '/api/password/link', { token });
    expect(looked.body).to.deep.include({ realm: 'mandatary', email: account.email });
    expect((await set(token)).status).to.equal(204);
    expect((await browser.get('/api/me')).body).to.deep.include({ mandatary: null });
    expect((await signIn(PASSWORD)).status).to.equal(401);
    expect((await signIn(BETTER)).status).to.equal(200);
    expect((await set(token)).body).to.include({ code: 'LINK_ENDED' });
  });

  it('[ASVS 6.2.4] is not replaced by one that is guessed, and the link stays good', async () => {
    await api.signedIn(account);
    await forget();
    const token = await mailedLink(api.database, 'mot-de-passe');
    for (const password of ['court', 'motdepasse2027', 'x'.repeat(129)])
      expect((await set(token, password)).body, password).to.include({ code: 'PASSWORD_REFUSED' });
    expect((await set(token)).status).to.equal(204);
  });

  it('[ASVS 6.2.8] is taken exactly as written, spaces and capitals too', async () => {
    await api.signedIn(account);
    await forget();
    await set(await mailedLink(api.database, 'mot-de-passe'), `  ${BETTER} `);
    expect((await signIn(BETTER)).status).to.equal(401);
    expect((await signIn(`  ${BETTER} `)).status).to.equal(200);
  });

  it('[ASVS 6.3.8] is answered the same, after the same time, whether there is an account or not', async () => {
    await api.signedIn(account);
    for (const email of [account.email, 'personne@exemple.fr']) {
      const began = performance.now();
      const { status, text } = await forget(email);
      expect([status, text]).to.deep.equal([204, '']);
      expect(performance.now() - began).to.be.at.least(399);
    }
    expect(await api.database.sql(`select 1 from mailed_link where email like 'personne%'`)).to.deep.equal(
      [],
    );
  });

  it('[ASVS 1.3.11] takes no address that would add a recipient or a header', async () => {
    for (const email of [
      'a@b.fr\r\nBcc: c@d.fr',
      'a@b.fr,c@d.fr',
      '<a@b.fr>',
      'a@\u0435xemple.fr',
      `${'a'.repeat(250)}@b.fr`,
    ])
      expect((await forget(email)).body, email).to.deep.include({ fields: ['email'] });
  });

  it('[ASVS 15.3.3] takes nothing beside what it asks for', async () => {
    const answer = await api
      .visitor()
      .send('POST', '/api/password/forgotten', { realm: 'mandatary', email: 'a@b.fr', account: 1 });
    expect(answer.status).to.equal(400);
  });
});
