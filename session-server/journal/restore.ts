/** A session as it stands in the record: the last stored state and the journal's tail, through the same machine. */
import type { Ms, SessionId } from '../../machines/ids.ts';
import type { SessionSnapshot } from '../../machines/session/decide.ts';
import { initialSnapshot } from '../../machines/session/machine.ts';
import { STORED_VERSION, fromStored, toStored } from '../../machines/session/stored-state.ts';
import type { StoredState } from '../../machines/session/stored-state.ts';
import type { Sql } from '../../migrations/open.ts';
import { foldRow } from './fold.ts';
import { rowsSinceSeq } from './read.ts';
import type { JournalRow } from './row.ts';
import { unseal } from './sealing.ts';

export interface Restored {
  readonly snapshot: SessionSnapshot;
  readonly seq: number;
  /** Stamp of the last row. */
  readonly at: Ms;
}

/** The journal says one thing and the rules of today another: nobody may go on from here. */
class RestoreFault extends Error {
  constructor(row: Pick<JournalRow, 'session' | 'seq'>, what: string) {
    super(`row ${row.seq} of session ${row.session} ${what}`);
    this.name = 'RestoreFault';
  }
}

/** @throws RestoreFault where a recorded command is not taken again, or gives other facts than those recorded. */
export async function restoreSession(sql: Sql, session: SessionId): Promise<Restored> {
  const stored = await lastStored(sql, session);
  const tail = await rowsSinceSeq(sql, session, stored?.seq ?? 0);
  return tail.reduce(next, stored ?? { snapshot: initialSnapshot('open'), seq: 0, at: 0 });
}

function next(before: Restored, row: JournalRow): Restored {
  const folded = foldRow(before.snapshot, row);
  if (folded.kind === 'refusedNow') throw new RestoreFault(row, `is refused now: ${folded.code}`);
  if (folded.kind === 'otherFacts') throw new RestoreFault(row, 'gives other facts now');
  return { snapshot: folded.snapshot, seq: row.seq, at: row.at };
}

async function lastStored(sql: Sql, session: SessionId): Promise<Restored | null> {
  const [row] = await sql<{ seq: number; at: Ms; state: StoredState; command: unknown; text: string | null }>(
    `select session_state.seq, session_state.state, last.at, first.command, journal_private.text
    from session_state
    join journal last on last.session_id = session_state.session_id and last.seq = session_state.seq
    join journal first on first.session_id = session_state.session_id and first.seq = 1
    left join journal_private on journal_private.session_id = session_state.session_id and journal_private.seq = 1
    where session_state.session_id = ?::int and session_state.version = ?::int
    order by session_state.seq desc limit 1`,
    [session, STORED_VERSION],
  );
  if (!row) return null;
  const { command } = unseal(row.command, [], row.text);
  if (command.type !== 'start') throw new RestoreFault({ session, seq: 1 }, 'is not a start');
  return { snapshot: fromStored(row.state, command.world), seq: row.seq, at: row.at };
}

/** Outside the path of a choice: every so many commands, at a pause and at the end. Older states go. */
export async function storeState(
  sql: Sql,
  session: SessionId,
  seq: number,
  snapshot: SessionSnapshot,
): Promise<void> {
  await sql(
    `with stored as (
      insert into session_state (session_id, seq, version, state) values (?::int, ?::bigint, ?::int, ?::jsonb)
      on conflict (session_id, seq) do nothing
    )
    delete from session_state where session_id = ?::int and seq < ?::bigint`,
    [session, seq, STORED_VERSION, JSON.stringify(toStored(snapshot)), session, seq],
  );
}
