/** Whose bell is asked for: an intern's, or a holder's with that of the person whom they choose for. */
import type { AccountId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import { OWN_ENTRY } from '../sign-in/own-entry.ts';

export interface BellReader {
  readonly readAt: number | null;
  /** Null for who is on no roster of this semester, and for a holder without an accepted mandate. */
  readonly rosterEntry: number | null;
  readonly amphitheatre: number | null;
  readonly session: number | null;
}

export async function readBellReader(sql: Sql, account: AccountId): Promise<BellReader> {
  const [row] = await sql<BellReader>(
    `select (extract(epoch from account.bell_read_at) * 1000)::float8 as "readAt", roster_entry.id as "rosterEntry",
      call_list_entry.amphitheatre_id as amphitheatre, call_list_entry.session_id as session
    from account
    left join roster_entry on roster_entry.id = ${OWN_ENTRY}
    left join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
    where account.id = ?::int`,
    [account],
  );
  return row ?? { readAt: null, rosterEntry: null, amphitheatre: null, session: null };
}

/** The mark only moves on, and never past now: what comes next is unread. The same on every device. */
export async function markRead(sql: Sql, account: AccountId, until: number): Promise<number> {
  const [row] = await sql<{ readAt: number }>(
    `update account set bell_read_at = greatest(bell_read_at, least(now(), to_timestamp(?::float8 / 1000)))
    where id = ?::int returning (extract(epoch from bell_read_at) * 1000)::float8 as "readAt"`,
    [until, account],
  );
  return row?.readAt ?? until;
}
