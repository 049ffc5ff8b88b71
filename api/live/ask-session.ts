/** A change for a session that is live: a row in its inbox, taken up and answered by its owner (architecture §2.6). */
import { randomUUID } from 'node:crypto';
import type { AmphitheatreId, SessionId } from '../../machines/ids.ts';
import type { Refusal } from '../../machines/refusal.ts';
import type { CommandBody, Who } from '../../machines/session/commands.ts';
import type { Sql } from '../../migrations/open.ts';
import { holdAmphitheatre } from '../acts/lock.ts';
import type { Outcome } from '../acts/outcome.ts';
import type { Api } from '../http/api.ts';
import type { Clock } from '../kit/clock.ts';

/**
 * A change under the amphitheatre's lock, in one transaction: done in the tables, or asked of a session, whose answer is
 * waited for when the lock is let go. @param change returns what came of it, or the row of the inbox to wait for.
 */
export async function changeUnderLock(
  { database, clock }: Pick<Api, 'database' | 'clock'>,
  amphitheatre: AmphitheatreId,
  change: (sql: Sql) => Promise<Outcome | number>,
): Promise<Outcome> {
  const asked = await database.transaction(async sql => {
    await holdAmphitheatre(sql, amphitheatre);
    return change(sql);
  });
  return typeof asked === 'number' ? answerOf(database.sql, asked, clock) : asked;
}

/** In the caller's transaction: the owner is woken when it commits. @returns the row to wait for. */
export async function askSession(
  sql: Sql,
  session: SessionId,
  command: CommandBody,
  who: Who,
): Promise<number> {
  const [row] = await sql<{ id: number }>(
    `insert into session_inbox (session_id, command_id, command, who) values (?::int, ?, ?::jsonb, ?::jsonb) returning id`,
    [session, randomUUID(), JSON.stringify(command), JSON.stringify(who)],
  );
  await sql(`select pg_notify('session_inbox', json_build_object('session', ?::int)::text)`, [session]);
  if (row === undefined) throw new Error('an insert returned no row');
  return row.id;
}

const LONGEST_WAIT_MS = 5_000;
const FIRST_LOOK_MS = 10;
const LOOK_EVERY_MS = 100;

type Answer = { readonly accepted: number } | { readonly refused: Refusal };

/** Waits at most 5 s; the request stands all the same, and `pending` says so and by which number it is asked after. */
export async function answerOf(sql: Sql, row: number, clock: Clock): Promise<Outcome> {
  const end = clock.now() + LONGEST_WAIT_MS;
  for (let pause = FIRST_LOOK_MS; clock.now() < end; pause = Math.min(pause * 2, LOOK_EVERY_MS)) {
    const outcome = await outcomeOf(sql, row);
    if (outcome.kind !== 'pending') return outcome;
    await new Promise<void>(resolve => void clock.at(clock.now() + pause, resolve));
  }
  return { kind: 'pending', request: row };
}

/** As it stands now. @param account who must have asked; left out: whoever it was. */
export async function outcomeOf(sql: Sql, row: number, account: number | null = null): Promise<Outcome> {
  const [asked] = await sql<{ answer: Answer | null }>(
    `select answer from session_inbox
    where id = ?::bigint and (?::int is null or (who ->> 'account')::int = ?::int)`,
    [row, account, account],
  );
  if (asked === undefined) return { kind: 'unknown' };
  const { answer } = asked;
  if (answer === null) return { kind: 'pending', request: row };
  return 'accepted' in answer ? { kind: 'done' } : { kind: 'refused', refusal: answer.refused };
}
