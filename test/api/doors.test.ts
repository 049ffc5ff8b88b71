/** What every request passes: origin, size, validation that never echoes, headers, one door for faults, health. */
import { request } from 'node:http';
import { expect } from 'chai';
import { DEFAULT_LIMITS } from '../../api/http/limits.ts';
import { runningApi } from './support/running-api.ts';
import type { RunningApi } from './support/running-api.ts';
import { seed } from './support/seed.ts';

const SECRET = 'correct horse battery staple';

describe('the doors of the API', () => {
  let api: RunningApi;
  beforeEach(async () => {
    api = await runningApi();
  });
  afterEach(() => api.close());

  it('[ASVS 3.5.1] refuses an unsafe method from another origin, or from none', async () => {
    const body = { realm: 'public' };
    const visitor = api.visitor();
    for (const origin of ['https://evil.example', 'null', `${api.url}.evil.example`]) {
      const answer = await visitor.send('POST', '/api/ticket', body, { origin });
      expect(answer.status, origin).to.equal(403);
      expect(answer.body).to.include({ code: 'FOREIGN_ORIGIN' });
    }
    expect(await withoutOrigin(api.url, {})).to.equal(403);
    expect(await withoutOrigin(api.url, { 'sec-fetch-site': 'same-origin' })).to.equal(200);
    expect(
      (await visitor.send('POST', '/api/ticket', body, { 'sec-fetch-site': 'cross-site' })).status,
    ).to.equal(403);
    expect((await visitor.send('POST', '/api/ticket', body)).status).to.equal(200);
  });

  it('[ASVS 16.5.1] names the fields at fault and never echoes what was sent', async () => {
    const answer = await api
      .visitor()
      .send('POST', '/api/login', { realm: 'intern', email: 7, password: SECRET, extra: SECRET });
    expect(answer.status).to.equal(400);
    expect(answer.headers.get('content-type')).to.match(/^application\/problem\+json/);
    expect(answer.body).to.deep.include({ status: 400, code: 'INVALID_INPUT', fields: ['email'] });
    expect(answer.text).to.not.include(SECRET);
  });

  it('answers unreadable JSON alike', async () => {
    const answer = await api.visitor().send('POST', '/api/login', `{"password":"${SECRET}"`);
    expect(answer.status).to.equal(400);
    expect(answer.body).to.include({ code: 'INVALID_INPUT' });
    expect(answer.text).to.not.include(SECRET);
  });

  it('refuses numbers and texts that the database cannot hold, before they come to it', async () => {
    const visitor = await api.signedIn({ realm: 'moderator', email: 'm@exemple.fr', name: 'M' });
    for (const path of [
      '/api/amphitheatres/99999999999/directory/1',
      '/api/amphitheatres/1/directory/1e3',
      '/api/assignments?amphitheatre=99999999999',
      '/api/assignments?q=%00',
      '/api/desk/amphitheatres/99999999999/people',
      '/api/desk/sessions/99999999999/journal',
      '/api/desk/day?date=0000-01-01',
    ])
      expect((await visitor.get(path)).status, path).to.equal(400);
    for (const reason of ['a\0b', '\ud800'])
      expect(
        (await visitor.send('PUT', '/api/desk/posts/1/blocked', { blocked: true, reason })).status,
      ).to.equal(400);
    const nobody = { realm: 'intern', email: 'a\0@b.fr', password: 'x' };
    expect((await api.visitor().send('POST', '/api/login', nobody)).status).to.equal(400);
  });

  it('refuses a body above 64 KB', async () => {
    const answer = await api
      .visitor()
      .send('POST', '/api/login', { realm: 'intern', email: 'a@b.fr', password: 'x'.repeat(70_000) });
    expect(answer.status).to.equal(413);
  });

  it('refuses one above 64 KB whose length is not told, and reads a shorter one', async () => {
    const told = JSON.stringify({ realm: 'intern', email: 'a@b.fr', password: 'x' });
    const headers = { origin: api.url, 'content-type': 'application/json', connection: 'close' };
    const status = async (text: string): Promise<number> => {
      const body = new Blob([text]).stream();
      const sent: RequestInit & { duplex: string } = { method: 'POST', headers, body, duplex: 'half' };
      return (await fetch(`${api.url}/api/login`, sent)).status;
    };
    expect(await status(told)).to.equal(401);
    expect(await status(told + ' '.repeat(70_000))).to.equal(413);
  });

  it('[ASVS 3.4.3] sends a strict policy that names the sockets, and asks not to be indexed', async () => {
    const { headers } = await api.visitor().get('/api/settings');
    expect(headers.get('content-security-policy'))
      .to.match(/default-src 'none'/)
      .and.match(/connect-src 'self' ws:\/\//)
      .and.match(/frame-ancestors 'none'/);
    expect(headers.get('x-robots-tag')).to.equal('noindex, nofollow');
    expect(headers.get('x-content-type-options')).to.equal('nosniff');
  });

  it('answers an unknown address of the API with a problem in French', async () => {
    const answer = await api.visitor().get('/api/nowhere');
    expect(answer.status).to.equal(404);
    expect(answer.body).to.include({ code: 'NOT_FOUND', title: 'Introuvable' });
  });

  it('[ASVS 16.5.1] tells a fault by its incident number alone', async () => {
    await api.database.sql('alter table semester rename to gone');
    const answer = await api.visitor().get('/api/settings');
    await api.database.sql('alter table gone rename to semester');
    expect(answer.status).to.equal(500);
    expect(answer.body['incident']).to.match(/^[2-9A-HJ-NP-Z]{4}-\d{2}$/);
    expect(answer.text).to.not.match(/semester|select/);
  });

  it('is live, ready, and measures its loop', async () => {
    const visitor = api.visitor();
    expect((await visitor.get('/livez')).status).to.equal(200);
    expect((await visitor.get('/readyz')).status).to.equal(200);
    const { text } = await visitor.get('/metrics');
    expect(text)
      .to.match(/event_loop_lag_p99_seconds\{part="api"\}/)
      .and.match(/http_request_seconds_count\{[^}]*route="\/readyz"/);
  });

  it('describes itself', async () => {
    const { body } = await api.visitor().get('/api/openapi.json');
    const paths = Object.keys(body['paths'] as object);
    expect(paths).to.include.members([
      '/login',
      '/me',
      '/ticket',
      '/assignments',
      '/desk/amphitheatres/{id}/validate',
      '/desk/posts/{id}/blocked',
    ]);
  });

  it('lets moderators alone into the desk', async () => {
    const { amphitheatre, people } = await seed(api.database.sql);
    const intern = await api.signedIn({ realm: 'intern', email: 'i@exemple.fr', person: people[0] ?? '' });
    for (const visitor of [api.visitor(), intern])
      expect(
        (await visitor.send('POST', `/api/desk/amphitheatres/${amphitheatre}/validate`)).status,
      ).to.equal(401);
  });
});

describe('an address that asks too much', () => {
  it('is slowed, never refused', async () => {
    const api = await runningApi({ limits: { ...DEFAULT_LIMITS, requestsPerMinute: 2 } });
    const timed = async (): Promise<number> => {
      const start = performance.now();
      expect((await api.visitor().get('/api/settings')).status).to.equal(200);
      return performance.now() - start;
    };
    for (let count = 0; count < 6; count++) await timed();
    expect(await timed()).to.be.greaterThan(90); // five above the limit, 20 ms each
    await api.close();
  });
});

/** `fetch` always sends an Origin where one is set, never a Sec-Fetch-Site of ours: the bare client sends what it is told. */
function withoutOrigin(url: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}/api/ticket`,
      { method: 'POST', agent: false, headers: { 'content-type': 'application/json', ...headers } },
      answer => {
        answer.resume().on('end', () => resolve(answer.statusCode));
      },
    );
    sent.on('error', reject).end(JSON.stringify({ realm: 'public' }));
  });
}
