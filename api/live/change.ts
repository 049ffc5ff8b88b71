/**
 * One way for what the API changes of a person or a post (architecture §2.6): under the amphitheatre's lock, in the
 * tables while nothing of it is live, else as a command to the session that decides: a closed one too, where it judges
 * corrections by what changes. Who belongs to a session still to start is unknown to it: what concerns them stands in
 * the tables until theirs starts and reads it there.
 */
import type { AmphitheatreId, SessionId } from '../../machines/ids.ts';
import type { Refusal } from '../../machines/refusal.ts';
import { isAskedOfClosed } from '../../machines/session/after-close.ts';
import type { CommandBody, Who } from '../../machines/session/commands.ts';
import type { Database, Sql } from '../../migrations/open.ts';
import { holdAmphitheatre } from '../acts/lock.ts';
import { DONE, refused } from '../acts/outcome.ts';
import type { Outcome } from '../acts/outcome.ts';
import { recordAct, recordSilently } from '../acts/record.ts';
import type { Act } from '../acts/record.ts';
import { actBefore } from '../desk-acts.ts';
import type { Api } from '../http/api.ts';
import { askSession, changeUnderLock } from './ask-session.ts';

export interface Change {
  readonly amphitheatre: AmphitheatreId;
  readonly who: Extract<Who, { account: number }>;
  readonly command: CommandBody;
  readonly act: Pick<Act, 'act' | 'detail' | 'reason'>;
  /** What stands against it that no session knows of: looked at under the lock, before anybody is asked. */
  may?(sql: Sql): Promise<Refusal | null>;
  /** Writes the tables, under the lock; what it refuses changes nothing. */
  write(sql: Sql): Promise<Refusal | null>;
}

export function applyChange(api: Api, change: Change): Promise<Outcome> {
  return changeUnderLock(api, change.amphitheatre, async sql => {
    const against = (await change.may?.(sql)) ?? null;
    if (against !== null) return refused(against);
    const deciding = await decidingFor(sql, change);
    if (deciding !== null) return askSession(sql, deciding, change.command, change.who);
    const refusal = await change.write(sql);
    if (refusal !== null) return refusedAs(sql, refusal, change);
    await recordAct(sql, { ...change.act, amphitheatre: change.amphitheatre, account: change.who.account });
    return DONE;
  });
}

/** What only the tables hold, live or not: read again by the next `start`. */
export function changeInTables(
  database: Database,
  change: Pick<Change, 'amphitheatre' | 'act' | 'write'> & { readonly account: number },
): Promise<Outcome> {
  return database.transaction(async sql => {
    await holdAmphitheatre(sql, change.amphitheatre);
    const refusal = await change.write(sql);
    if (refusal !== null) return refusedAs(sql, refusal, change);
    const { amphitheatre, account } = change;
    await recordSilently(sql, { ...change.act, amphitheatre, account });
    return DONE;
  });
}

/** `STALE` says who changed what it was decided on. */
async function refusedAs(
  sql: Sql,
  refusal: Refusal,
  { amphitheatre, act }: Pick<Change, 'amphitheatre' | 'act'>,
): Promise<Outcome> {
  return refused(refusal, refusal.code === 'STALE' ? await actBefore(sql, amphitheatre, act) : null);
}

async function decidingFor(sql: Sql, { amphitheatre, command }: Change): Promise<SessionId | null> {
  const person = 'person' in command ? command.person : null;
  const [deciding] = await sql<{ id: SessionId; closed: boolean; anyToStart: boolean }>(
    `select id, state = 'closed' as closed, exists (select from session later
        where later.amphitheatre_id = session.amphitheatre_id and not later.rehearsal
          and later.state in ('draft', 'validated', 'open')) as "anyToStart"
    from session where amphitheatre_id = ?::int and state in ('running', 'paused', 'closed') and not rehearsal
      and not exists (select from roster_entry
        join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
        join session own on own.id = call_list_entry.session_id
        where roster_entry.person = ?::text and own.state in ('draft', 'validated', 'open'))
    order by state = 'closed', number desc limit 1`,
    [amphitheatre, person],
  );
  if (deciding === undefined) return null;
  const asked = !deciding.closed || isAskedOfClosed(command.type, deciding.anyToStart);
  return asked ? deciding.id : null;
}
