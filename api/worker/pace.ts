/**
 * The rate at which mails are handed over: one for all workers, kept in PostgreSQL. A mail server that is sent 5,500 at
 * once refuses, and what a choice confirms would wait behind an announcement.
 */
import type { Sql } from '../../migrations/open.ts';
import type { Ms } from '../../machines/ids.ts';
import type { Clock } from '../kit/clock.ts';

export interface MailPace {
  /**
   * Resolves when the next mail may go: those that concern one person before the others that wait here.
   * @throws where the worker closes first: the job comes back.
   */
  turn(first: boolean): Promise<void>;
  /** Those that wait are sent back to the queue. */
  close(): void;
}

interface Waiting {
  readonly go: () => void;
  readonly giveUp: (error: Error) => void;
}

const MINUTE_MS = 60_000;
const SAVED_MS = 5_000; // what a quiet time saves up: a few choices at once need not wait

export function mailPace(sql: Sql, clock: Clock, perMinute: number): MailPace {
  const gap = MINUTE_MS / perMinute;
  const first: Waiting[] = [];
  const others: Waiting[] = [];
  let serving = false;
  let closed = false;
  const somebodyWaits = (): boolean => !closed && first.length + others.length > 0;
  let cancelAlarm = (): void => undefined;

  const next = (): Waiting | undefined => first.shift() ?? others.shift();
  const serve = async (): Promise<void> => {
    if (serving) return;
    serving = true;
    try {
      while (somebodyWaits()) {
        const now = clock.now();
        const { taken, nextAt } = await take(sql, now, gap);
        if (taken) next()?.go();
        else if (nextAt > now) {
          cancelAlarm = clock.at(nextAt, () => void serve());
          return;
        }
      }
    } catch (error) {
      for (let each = next(); each !== undefined; each = next()) each.giveUp(asError(error));
    } finally {
      serving = false;
    }
  };
  return {
    turn: before =>
      new Promise((go, giveUp) => {
        if (closed) return giveUp(new Error(CLOSING));
        (before ? first : others).push({ go, giveUp });
        cancelAlarm();
        void serve();
      }),
    close() {
      closed = true;
      cancelAlarm();
      for (let each = next(); each !== undefined; each = next()) each.giveUp(new Error(CLOSING));
    },
  };
}

const CLOSING = 'the worker closes: sent by the next one';
const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** One mail's turn, where it has come. Two workers that ask at once: the row's lock lets one of them have it. */
async function take(sql: Sql, now: Ms, gap: number): Promise<{ taken: boolean; nextAt: Ms }> {
  const [row] = await sql<{ taken: boolean; nextAt: Ms }>(
    `with taken as (
      update mail_pace set next_at = greatest(next_at, ?::float8) + ?::float8 where next_at <= ?::float8 returning next_at
    )
    select exists (select from taken) as taken, next_at as "nextAt" from mail_pace`,
    [now - SAVED_MS, gap, now],
  );
  if (row === undefined) throw new Error('the row of mail_pace is gone');
  return row;
}
