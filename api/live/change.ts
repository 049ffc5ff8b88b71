/**
 * One way for what the API changes of a person or a post (architecture §2.6): under the amphitheatre's lock, in the
 * tables while nothing of it is live, else as a command to the session that decides. Who belongs to a session still to
 * start is unknown to the live one: what concerns them stands in the tables until theirs starts and reads it there.
 */
import type { AmphitheatreId, SessionId } from '../../machines/ids.ts';
import type { Refusal } from '../../machines/refusal.ts';
import type { CommandBody, Who } from '../../machines/session/commands.ts';
import type { Sql } from '../../migrations/open.ts';
import { refused } from '../acts/outcome.ts';
import type { Outcome } from '../acts/outcome.ts';
import { recordAct } from '../acts/record.ts';
import type { Act } from '../acts/record.ts';
import type { Api } from '../http/api.ts';
import { answerOf, askSession } from './ask-session.ts';

export interface Change {
  readonly amphitheatre: AmphitheatreId;
  readonly who: Extract<Who, { account: number }>;
  readonly command: CommandBody;
  readonly act: Pick<Act, 'act' | 'detail'>;
  /** Writes the tables, under the lock; what it refuses changes nothing. */
  write(sql: Sql): Promise<Refusal | null>;
}

export async function applyChange({ database, clock }: Api, change: Change): Promise<Outcome> {
  const asked = await database.transaction(async sql => {
    await sql('select 1 from amphitheatre where id = ?::int for update', [change.amphitheatre]);
    const live = await decidingSession(sql, change);
    if (live !== null) return askSession(sql, live, change.command, change.who);
    const refusal = await change.write(sql);
    if (refusal !== null) return refused(refusal);
    await recordAct(sql, { ...change.act, amphitheatre: change.amphitheatre, account: change.who.account });
    return { kind: 'done' } as const;
  });
  return typeof asked === 'number' ? answerOf(database.sql, asked, clock) : asked;
}

async function decidingSession(sql: Sql, { amphitheatre, command }: Change): Promise<SessionId | null> {
  const person = 'person' in command ? command.person : null;
  const [row] = await sql<{ id: SessionId }>(
    `select id from session where amphitheatre_id = ?::int and state in ('running', 'paused') and not rehearsal
      and not exists (select from roster_entry
        join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
        join session own on own.id = call_list_entry.session_id
        where roster_entry.person = ?::text and own.state in ('draft', 'validated', 'open'))`,
    [amphitheatre, person],
  );
  return row?.id ?? null;
}
