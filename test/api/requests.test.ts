/** An act that its session answers later than the asker waits: what became of it is asked after, by the asker alone. */
import { expect } from 'chai';
import type { Refusal } from '../../machines/refusal.ts';
import { systemClock } from '../../api/kit/clock.ts';
import { openLog } from '../../api/kit/log.ts';
import { everyMinute } from '../../api/worker/minute.ts';
import { eventually } from '../support/eventually.ts';
import { simulatedClock } from '../support/simulated-clock.ts';
import { runningApi, testConfig } from './support/running-api.ts';
import type { Answer, RunningApi, Visitor } from './support/running-api.ts';
import { seed } from './support/seed.ts';
import type { Seeded } from './support/seed.ts';

const STALE: Refusal = { code: 'STALE', now: 'offered' };

describe('an act answered late', () => {
  const clock = simulatedClock(Date.now());
  let api: RunningApi;
  let moderator: Visitor;
  let seeded: Seeded;
  beforeEach(async () => {
    api = await runningApi({ clock });
    moderator = await api.signedIn({ realm: 'moderator', email: 'm@exemple.fr', name: 'M' });
    seeded = await seed(api.database.sql, { state: 'running' }); // nobody owns it: the test answers in its stead
  });
  afterEach(() => api.close());

  /** Waits the five seconds out. */
  const late = async (asking: Promise<Answer>): Promise<number> => {
    let answer: Answer | null = null;
    void asking.then(came => (answer = came));
    const { status, body } = await eventually('an answer', () => {
      clock.moveBy(100);
      return answer;
    });
    expect(status).to.equal(202);
    expect(body['request']).to.be.a('number');
    return Number(body['request']);
  };
  const block = () =>
    late(
      moderator.send('PUT', `/api/desk/posts/${seeded.posts[0]}/blocked`, { blocked: true, reason: 'Fermé' }),
    );
  const add = async () => {
    const [service] = await api.database.sql<{ id: number }>('select id from service limit 1');
    const post = { number: 'B', service: service?.id, accreditation: '', reservedFor: null, earmark: null };
    return late(
      moderator.send('POST', `/api/desk/amphitheatres/${seeded.amphitheatre}/posts`, {
        posts: [{ ...post, seats: 1 }],
        reason: 'Poste ouvert',
      }),
    );
  };
  const answerIt = (answer: { accepted: number } | { refused: Refusal }) =>
    api.database.sql('update session_inbox set answered_at = now(), answer = ?::jsonb', [
      JSON.stringify(answer),
    ]);
  const after = (request: number, who = moderator) => who.get(`/api/desk/requests/${request}`);
  const added = () => api.database.sql(`select 1 from post where number = 'B'`);

  it('[D6] is told by its number: on its way, then done', async () => {
    const request = await block();
    const waiting = await after(request);
    expect([waiting.status, waiting.body['answer']]).to.deep.equal([202, 'pending']);
    await answerIt({ accepted: 12 });
    const done = await after(request);
    expect([done.status, done.body]).to.deep.equal([200, { answer: 'done' }]);
  });

  it('[D6] is told with the refusal itself', async () => {
    const request = await block();
    await answerIt({ refused: { code: 'NOT_FREE' } });
    expect((await after(request)).body).to.deep.include({ code: 'NOT_FREE', refusal: { code: 'NOT_FREE' } });
  });

  it('[D6] is told to nobody who did not ask it', async () => {
    const request = await block();
    const other = await api.signedIn({ realm: 'moderator', email: 'n@exemple.fr', name: 'N' });
    expect((await after(request, other)).status).to.equal(404);
    expect((await after(request, api.visitor())).status).to.equal(401);
    expect((await after(request + 1)).status).to.equal(404);
  });

  it('[D14] leaves no post behind that was refused, once the asker hears it', async () => {
    const request = await add();
    expect(await added()).to.have.length(1);
    await answerIt({ refused: STALE });
    expect((await after(request)).status).to.equal(409);
    expect(await added()).to.have.length(0);
  });

  it('[D14] leaves no post behind that was refused, within a minute where nobody asks', async () => {
    await add();
    const config = testConfig();
    const minute = () =>
      everyMinute({ database: api.database, config, clock: systemClock, log: openLog(config, 'worker') });
    await minute();
    expect(await added(), 'not answered yet').to.have.length(1);
    await answerIt({ refused: STALE });
    await minute();
    expect(await added()).to.have.length(0);
  });

  it('[D10] tells a telephone whose reading was recorded late, to who asked it, without a second reading', async () => {
    const path = `/api/desk/people/${seeded.people[0]}/phone`;
    const request = await late(moderator.send('POST', path, {}));
    expect((await moderator.send('POST', path, { request })).status, 'not recorded yet').to.equal(202);
    await answerIt({ accepted: 12 });
    const other = await api.signedIn({ realm: 'moderator', email: 'n@exemple.fr', name: 'N' });
    expect((await other.send('POST', path, { request })).status).to.equal(404);
    const elsewhere = `/api/desk/people/${seeded.people[1]}/phone`;
    expect((await moderator.send('POST', elsewhere, { request })).status).to.equal(404);
    const read = await moderator.send('POST', path, { request });
    expect([read.status, Object.keys(read.body)]).to.deep.equal([200, ['phones']]);
    expect(await api.database.sql('select 1 from session_inbox')).to.have.length(1);
  });
});
