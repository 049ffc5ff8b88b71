/** «Voir comme cet interne» over real HTTP: everything is read, nothing is changed, and it ends with the moderator's login. */
import { expect } from 'chai';
import { PASSWORD, runningApi } from './support/running-api.ts';
import type { RunningApi, Visitor } from './support/running-api.ts';
import { seed } from './support/seed.ts';
import type { Seeded } from './support/seed.ts';

const reason = 'Appel du 3 mars, pièce d’identité lue';

describe('a moderator who sees as an intern', () => {
  let api: RunningApi;
  let desk: Visitor;
  let seeded: Seeded;
  beforeEach(async () => {
    api = await runningApi();
    seeded = await seed(api.database.sql);
    await api.signedIn({ realm: 'intern', email: 'camille@exemple.fr', person: seeded.people[0] ?? '' });
    desk = await api.signedIn({ realm: 'moderator', email: 'nadia@ars.example', name: 'Nadia Ferhat' });
  });
  afterEach(() => api.close());

  const see = (index = 0) => desk.send('POST', `/api/desk/people/${seeded.people[index]}/see-as`, { reason });

  it('[ASVS 8.2.2] reads what the intern reads, may change nothing, and says whose eyes they are', async () => {
    expect((await see(1)).body, 'without an account').to.include({ code: 'NO_ACCOUNT' });
    expect((await see()).status).to.equal(204);
    expect((await desk.get('/api/me')).body['intern']).to.include({
      name: 'Œuvrard',
      seenBy: 'Nadia Ferhat',
    });
    expect((await desk.get('/api/me/amphitheatre')).status).to.equal(200);
    const { body } = await desk.get('/api/openapi.json');
    const unsafe = Object.entries(body['paths'] as Record<string, object>)
      .filter(([path]) => /^\/(?:me|favourites|saved-searches|mandate|push|notifications)\b/u.test(path))
      .filter(([path]) => !path.startsWith('/me/second-factor')) // the moderator's own
      .filter(([path]) => path !== '/mandate/held') // a holder's: nobody is signed in as one
      .flatMap(([path, methods]) =>
        Object.keys(methods)
          .filter(method => method !== 'get')
          .map(method => [method.toUpperCase(), path.replaceAll(/\{\w+\}/gu, '1')] as const),
      );
    expect(unsafe.length).to.be.above(5);
    let refused = 0;
    for (const [method, path] of unsafe) {
      const answer = await desk.send(method, `/api${path}`, {});
      expect([400, 403], `${method} ${path} ${answer.text}`).to.include(answer.status);
      if (answer.status === 403) expect(answer.body).to.include({ code: 'READ_ONLY' });
      if (answer.status === 403) refused += 1;
    }
    expect(refused).to.be.above(3); // the others were sent nothing that they could read
    expect(await api.database.sql(`select act from desk_act`)).to.deep.equal([{ act: 'seeAs' }]);
    expect(
      (await desk.send('PUT', '/api/desk/posts/999/blocked', { blocked: true, reason })).status,
    ).to.equal(404);
  });

  it('[ASVS 7.3.2] stops after half an hour, though the intern’s session is live', async () => {
    await see();
    await api.database.sql(`update session set state = 'running'`);
    await api.database.sql(
      `update login set expires_at = now() - interval '1 second' where seen_by is not null`,
    );
    expect((await desk.get('/api/me')).body['intern']).to.equal(null);
  });

  it('[ASVS 7.5.2] stops with the moderator’s login that is signed out from elsewhere', async () => {
    await see();
    const elsewhere = api.visitor();
    const email = 'nadia@ars.example';
    await elsewhere.send('POST', '/api/login', { realm: 'moderator', email, password: PASSWORD });
    const end = { password: PASSWORD, login: null };
    expect((await elsewhere.send('POST', '/api/me/logins/end?realm=moderator', end)).status).to.equal(204);
    const { body } = await desk.get('/api/me');
    expect([body['moderator'], body['intern']]).to.deep.equal([null, null]);
  });

  it('stops with the view left, with the moderator’s login, and after half an hour', async () => {
    const seen = async () => (await desk.get('/api/me')).body['intern'] !== null;
    const own = await api.database.sql<{ id: number }>('select id from login where seen_by is null');
    await see();
    expect(await seen()).to.equal(true);
    await desk.send('DELETE', '/api/login', { realm: 'intern' });
    expect(await seen()).to.equal(false);
    await see();
    await api.database.sql(`update login set expires_at = now() where seen_by is not null`);
    expect(await seen()).to.equal(false);
    await see();
    expect(await seen()).to.equal(true);
    await desk.send('DELETE', '/api/login', { realm: 'moderator' });
    expect(await seen()).to.equal(false);
    const left = await api.database.sql(
      'select id from login where ended_at is null and seen_by is not null and expires_at > now()',
    );
    expect(left).to.deep.equal([]);
    expect(own, 'the intern’s own login stays').to.have.length(2);
    expect(
      await api.database.sql(`select from login join account on account.id = account_id
      where realm = 'intern' and seen_by is null and ended_at is null`),
    ).to.have.length(1);
  });
});
