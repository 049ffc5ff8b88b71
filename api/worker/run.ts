/** Runs the worker: the queue's jobs, several at once, and the minute's pass. `start.ts` makes it a process of its own. */
import { EventEmitter } from 'node:events';
import { Logger, parseCronItems, run } from 'graphile-worker';
import type { WorkerEvents } from 'graphile-worker';
import { Pool } from 'pg';
import type { Database } from '../../migrations/open.ts';
import type { Clock } from '../kit/clock.ts';
import type { Config } from '../kit/config.ts';
import type { Log } from '../kit/log.ts';
import { recordShelf } from '../desk/record-shelf.ts';
import { openDelivery } from './deliver.ts';
import { makeDocument } from './documents/make.ts';
import { sendMail } from './mail-task.ts';
import { sendPush } from './push-task.ts';
import { tellNews } from './news-task.ts';
import { everyMinute } from './minute.ts';
import { mailPace } from './pace.ts';
import { purge, PURGE_TIMES } from './purge.ts';

export interface WorkerParts {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
}

const CONCURRENCY = 5;
const POLL_MS = 1_000; // the net under NOTIFY

/** @returns what stops it: running jobs end first. */
export async function runWorker({
  config,
  database,
  clock,
  log,
}: WorkerParts): Promise<{ close(): Promise<void> }> {
  const delivery = openDelivery(config, database);
  const pace = mailPace(database.sql, clock, config.mailPerMinute);
  const records = recordShelf(database.sql);
  const pool = new Pool({ connectionString: database.url, max: CONCURRENCY });
  const lost = (error: Error): void => log.warn({ err: error }, 'worker.connection-lost');
  pool.on('error', lost);
  pool.on('connect', client => client.on('error', lost)); // without both, a lost connection ends the process (facts §3)
  await everyMinute({ database, config, clock, log });
  const events: WorkerEvents = new EventEmitter();
  const ours: string[] = []; // as its jobs are locked by
  events.on('pool:create', ({ workerPool }) => void ours.push(workerPool.id));
  const runner = await run({
    pgPool: pool,
    events,
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    pollInterval: POLL_MS,
    logger: quietLogger(log),
    parsedCronItems: parseCronItems([
      { task: 'minute', match: '* * * * *', options: { maxAttempts: 1 } },
      ...PURGE_TIMES,
    ]),
    taskList: {
      async mail(payload, { job }) {
        await pace.turn(job.priority <= 0);
        await sendMail({ sql: database.sql, config, delivery, log }, payload);
      },
      push: payload => sendPush({ sql: database.sql, config, clock, log }, payload),
      news: payload => tellNews({ sql: database.sql, config }, payload),
      document: payload => makeDocument({ sql: database.sql, config, clock, records, log }, payload),
      purge: payload => purge({ sql: database.sql, config, clock, log }, payload),
      minute: () => everyMinute({ database, config, clock, log }),
    },
  });
  return {
    async close() {
      const stopped = runner.stop();
      pace.close();
      await stopped;
      // A job that was being fetched at that moment stays locked (0.17.3): the next worker would wait minutes for it.
      await database.sql(
        'select graphile_worker.force_unlock_workers(array(select jsonb_array_elements_text(?::jsonb)))',
        [JSON.stringify(ours)],
      );
      delivery.close();
      await pool.end();
    },
  };
}

/**
 * Its errors and warnings in our log, up to the error's own words: a mail server quotes the address it refuses. The
 * whole error stays in the queue, in the job's `last_error`.
 */
function quietLogger(log: Log): Logger {
  const told = (message: string): string => message.split(' with error ')[0] ?? '';
  const kept = new Map<string, (message: string) => void>([
    ['error', message => log.error({ message: told(message) }, 'worker.queue')],
    ['warning', message => log.warn({ message: told(message) }, 'worker.queue')],
  ]);
  return new Logger(() => (level, message) => kept.get(level)?.(message));
}
