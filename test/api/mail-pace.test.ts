/** The rate of mails, with real workers on one queue, a real mail server, and time that moves only when it is moved. */
import { expect } from 'chai';
import { testDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { simulatedClock } from '../support/simulated-clock.ts';
import type { SimulatedClock } from '../support/simulated-clock.ts';
import { mailServer } from './support/mail-server.ts';
import type { MailServer } from './support/mail-server.ts';
import { assign, seed } from './support/seed.ts';
import type { Seeded } from './support/seed.ts';
import { runningWorker } from './support/worker.ts';
import type { RunningWorker } from './support/worker.ts';

const PER_MINUTE = 60;
const SAVED = 6; // five seconds saved up, and the one that is due
const MASS = 40;
const WORKERS = 2;
const IN_HAND = WORKERS * 5; // jobs that a worker takes at once

describe('the rate of mails', () => {
  let database: TestDatabase;
  let clock: SimulatedClock;
  let server: MailServer;
  let seeded: Seeded;
  let workers: RunningWorker[];
  beforeEach(async () => {
    database = await testDatabase();
    clock = simulatedClock();
    server = await mailServer();
    workers = [];
    seeded = await seed(database.sql);
    await assign(database.sql, seeded, 0, 0, 7);
  });
  afterEach(async () => {
    await Promise.all(workers.map(each => each.close()));
    await server.close();
    await database.drop();
  });

  const work = async (): Promise<void> => {
    const env = { SMTP_URL: server.url, MAIL_PER_MINUTE: String(PER_MINUTE) };
    for (let worker = 0; worker < WORKERS; worker += 1)
      workers.push(await runningWorker(database, { env, clock }));
  };
  const queue = (messageId: string, kind: string, data: object, priority: number) =>
    database.sql(
      `with queued as (insert into mail (message_id, kind, recipient, data) values (?, ?, 'i@exemple.fr', ?::jsonb) returning id, message_id)
      select (graphile_worker.add_job('mail', json_build_object('mail', id), job_key => message_id, max_attempts => 8,
        priority => ?::int)).id from queued`,
      [messageId, kind, JSON.stringify(data), priority],
    );
  const queueMass = async (): Promise<void> => {
    for (let number = 0; number < MASS; number += 1)
      await queue(`time-${number}@test.example`, 'sessionTime', { person: 'person0001' }, 10);
  };
  const queueChoice = () =>
    queue('choice@test.example', 'choiceMade', { session: seeded.session, seq: 7 }, 0);
  /** Exactly so many are there, and every worker waits for the clock: no other can come. */
  const received = (count: number): Promise<unknown> =>
    eventually(
      `${count} mails and both workers waiting`,
      () => server.received.length === count && clock.pending === WORKERS,
    );

  /** Whoever was done has taken the next one. */
  const handsAreFull = (): Promise<unknown> =>
    eventually(
      `${IN_HAND} jobs in hand`,
      async () =>
        (await database.sql('select from graphile_worker.jobs where locked_at is not null')).length ===
        IN_HAND,
    );

  it('is one for all workers together: what was saved up, then one mail a second', async () => {
    await queueMass();
    await work();
    await received(SAVED);
    clock.moveBy(1_000);
    await received(SAVED + 1);
    for (let second = 0; second < 4; second += 1) {
      clock.moveBy(1_000);
      await received(SAVED + 2 + second);
    }
  });

  it('takes what confirms a choice before a mass of mails that was there earlier', async () => {
    await queueMass();
    await queueChoice();
    await work();
    await received(SAVED);
    expect(server.received.slice(0, SAVED).map(({ messageId }) => messageId)).to.include(
      '<choice@test.example>',
    );
  });

  it('lets a choice made meanwhile overtake what waits', async () => {
    await queueMass();
    await work();
    await received(SAVED);
    await handsAreFull();
    await queueChoice();
    for (let second = 1; second <= IN_HAND + 1; second += 1) {
      clock.moveBy(1_000);
      await received(SAVED + second);
      await handsAreFull();
    }
    expect(server.received.map(({ messageId }) => messageId)).to.include('<choice@test.example>');
  });

  it('sends back to the queue what still waits when a worker closes', async () => {
    await queueMass();
    await work();
    await received(SAVED);
    await Promise.all(workers.splice(0).map(each => each.close()));
    const left = await database.sql('select 1 from graphile_worker.jobs where locked_at is null');
    expect(left).to.have.length(MASS - SAVED);
    expect(clock.pending).to.equal(0);
  });
});
