/** A change for a session that is live: a row in its inbox, taken up and answered by its owner (architecture §2.6). */
import { randomUUID } from 'node:crypto';
import type { SessionId } from '../../machines/ids.ts';
import type { Refusal } from '../../machines/refusal.ts';
import type { CommandBody, Who } from '../../machines/session/commands.ts';
import type { Sql } from '../../migrations/open.ts';
import type { Outcome } from '../acts/outcome.ts';
import type { Clock } from '../kit/clock.ts';

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

/** Waits at most 5 s; the request stands all the same, and `pending` says so. */
export async function answerOf(sql: Sql, row: number, clock: Clock): Promise<Outcome> {
  const end = clock.now() + LONGEST_WAIT_MS;
  for (let pause = FIRST_LOOK_MS; clock.now() < end; pause = Math.min(pause * 2, LOOK_EVERY_MS)) {
    const [asked] = await sql<{ answer: Answer | null }>(
      'select answer from session_inbox where id = ?::bigint',
      [row],
    );
    const answer = asked?.answer ?? null;
    if (answer !== null)
      return 'accepted' in answer ? { kind: 'done' } : { kind: 'refused', refusal: answer.refused };
    await new Promise<void>(resolve => void clock.at(clock.now() + pause, resolve));
  }
  return { kind: 'pending' };
}
