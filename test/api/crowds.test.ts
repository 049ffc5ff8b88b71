/** A script at one door, signed in or not: it waits there, and every other door stays open. */
import { expect } from 'chai';
import { Hono } from 'hono';
import type { Sql } from '../../migrations/open.ts';
import { findAssignments } from '../../api/public-assignments.ts';
import { documentAsker } from '../../api/documents/ask.ts';
import { systemClock } from '../../api/kit/clock.ts';
import { fewATurn } from '../../api/http/few-a-turn.ts';
import { DEFAULT_LIMITS } from '../../api/http/limits.ts';
import { eventually } from '../support/eventually.ts';
import { add, arranged, PATH, PHONE } from './support/favourites.ts';
import { runningApi } from './support/running-api.ts';
import type { Answer, RunningApi } from './support/running-api.ts';
import { seed } from './support/seed.ts';

/** More than the API has connections. */
const MANY = 30;
const UNSLOWED = { ...DEFAULT_LIMITS, requestsPerMinute: 10_000 };

describe('a crowd at one door of the API', () => {
  let api: RunningApi;
  beforeEach(async () => {
    api = await runningApi({ limits: UNSLOWED });
  });
  afterEach(() => api.close());

  /** While `held` keeps the crowd waiting in PostgreSQL, somebody else is answered. */
  const othersAreAnswered = async (held: string, crowd: () => Promise<Answer>): Promise<void> => {
    let sent: readonly Promise<Answer>[] = [];
    let answered: Answer | null = null;
    await api.database.transaction(async sql => {
      await sql(held);
      sent = Array.from({ length: MANY }, crowd);
      await eventually(
        'the crowd waits in PostgreSQL',
        async () => (await sql('select from pg_locks where not granted')).length > 0,
      );
      answered = await api.visitor().get('/api/settings');
    });
    expect(answered).to.include({ status: 200 });
    for (const answer of await Promise.all(sent)) expect(answer.status, answer.text).to.equal(200);
  };

  it('[ASVS 2.4.1] begins a few of its requests in each turn of the event loop', async () => {
    const door = new Hono().use(fewATurn(4));
    let begun = 0;
    door.get('/', context => context.text(String((begun += 1))));
    const asked = Array.from({ length: 10 }, async () => door.request('/'));
    const seen: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise(resolve => process.nextTick(resolve));
      seen.push(begun);
      await new Promise(resolve => setImmediate(resolve));
    }
    await Promise.all(asked);
    expect(seen).to.deep.equal([4, 8, 10]);
  });

  it('[ASVS 2.4.1] arranges one person’s favourites over one connection, however many changes are sent at once', async () => {
    const { intern, post } = await arranged(api);
    const body = () => ({ device: PHONE, operations: [add(post(0))] });
    await othersAreAnswered('select from roster_entry for update', () => intern.send('POST', PATH, body()));
  });

  it('[ASVS 2.4.1] keeps one person’s searches over one connection', async () => {
    const { intern } = await arranged(api);
    let count = 0;
    await othersAreAnswered('select from account for update', async () => {
      const name = `Recherche ${count++}`;
      return intern.send('POST', '/api/me/searches', { name, query: '' });
    });
  });

  it('[ASVS 2.4.1] searches the public assignments over two connections', async () => {
    await seed(api.database.sql);
    let count = 0;
    await othersAreAnswered('lock table assignment in access exclusive mode', () =>
      api.visitor().get(`/api/assignments?q=mot${count++}`),
    );
  });

  it('[ASVS 2.4.1] reads the text of each assignment once, however many words are looked for', async () => {
    const texts: string[] = [];
    const sql = (async (text: string) => {
      texts.push(text);
      return [];
    }) as unknown as Sql;
    const words = Array.from({ length: 50 }, (_, n) => `m${n}`).join(' ');
    await findAssignments(sql, { amphitheatre: null, words, page: 1, size: 25, order: 'name' });
    expect(texts.join('').match(/intern\.first_name,/gu)).to.have.lengthOf(1);
  });

  it('[ASVS 2.4.1] [K1] has documents written behind what confirms a choice, and before a mass of mails', async () => {
    const { amphitheatre } = await seed(api.database.sql);
    let now = Date.now();
    const at = (when: number, act: () => void) => {
      now = when;
      setImmediate(act);
      return () => undefined;
    };
    const ask = documentAsker({ database: api.database, clock: { ...systemClock, now: () => now, at } });
    expect(await ask({ kind: 'callList', amphitheatre, format: 'pdf' })).to.deep.equal({ kind: 'late' });
    await api.database.sql(`select graphile_worker.add_job('mail', '{"of":"many"}', priority => 10),
      graphile_worker.add_job('mail', '{"of":"a choice"}')`);
    const jobs = await api.database.sql<{ job: string }>(
      `select concat_ws(' of ', identifier, payload ->> 'of') as job from graphile_worker._private_jobs job
      join graphile_worker._private_tasks task on task.id = job.task_id order by priority, run_at, job.id`,
    );
    expect(jobs.map(({ job }) => job)).to.deep.equal(['mail of a choice', 'document', 'mail of many']);
  });

  it('[F12] keeps the last 5,000 outcomes of a person, not whatever a script sends', async () => {
    const { send, post } = await arranged(api);
    await api.database.sql(
      `insert into favourite_operation (roster_entry_id, id, outcome, at)
      select roster_entry.id, 'operation-' || n, 'same', now() - interval '1 hour'
      from roster_entry, generate_series(1, 6000) as n where person = 'person0001'`,
    );
    const operation = add(post(0));
    await send([operation]);
    const kept = () => api.database.sql('select from favourite_operation');
    expect(await kept()).to.have.lengthOf(5_000);
    expect((await send([operation])).body).to.deep.include({ version: 1 });
  });
});
