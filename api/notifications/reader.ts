/** Whose bell is asked for: an intern's, or a holder's with that of the person whom they choose for. */
import type { AccountId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import { OWN_ENTRY } from '../sign-in/own-entry.ts';
import type { Place } from './sources.ts';

export interface BellReader {
  readonly readAt: number | null;
  /** Null for who is on no roster of this semester, and for a holder without an accepted mandate. */
  readonly rosterEntry: number | null;
  readonly amphitheatre: number | null;
  readonly session: number | null;
  /** A holder's mandate counts from its acceptance (domain §6): what is older is not theirs to read. In ms; 0 for interns. */
  readonly since: number;
}

export async function readBellReader(sql: Sql, account: AccountId): Promise<BellReader> {
  const [row] = await sql<BellReader>(
    `select (extract(epoch from account.bell_read_at) * 1000)::float8 as "readAt", roster_entry.id as "rosterEntry",
      call_list_entry.amphitheatre_id as amphitheatre, call_list_entry.session_id as session,
      coalesce((select extract(epoch from accepted_at) * 1000 from mandate where account.realm = 'mandatary'
        and mandate.roster_entry_id = roster_entry.id and mandate.account_id = account.id
        and mandate.ended_at is null), 0)::float8 as since
    from account
    left join roster_entry on roster_entry.id = ${OWN_ENTRY}
    left join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
    where account.id = ?::int`,
    [account],
  );
  return row ?? { readAt: null, rosterEntry: null, amphitheatre: null, session: null, since: 0 };
}

/**
 * Everything up to that instant. The mark only moves on, and never past now: what comes next is unread. Entries read one
 * by one before it need no row of their own any more.
 */
export async function markRead(sql: Sql, account: AccountId, until: number): Promise<void> {
  await sql(
    `with marked as (
      update account set bell_read_at = greatest(bell_read_at, least(now(), to_timestamp(?::float8 / 1000)))
      where id = ?::int returning id, bell_read_at
    ), passed as (
      delete from notification_read using marked where account_id = marked.id and at <= bell_read_at
    ) ${TOLD_DEVICES}`,
    [until, account],
  );
}

/** One entry alone, that stands in this account's bell. */
export async function markEntryRead(sql: Sql, account: AccountId, { at, key }: Place): Promise<void> {
  await sql(
    `with marked as (
      insert into notification_read (account_id, key, at) values (?::int, ?::text, to_timestamp(?::float8 / 1000))
      on conflict do nothing returning account_id as id
    ) ${TOLD_DEVICES}`,
    [account, key, at],
  );
}

/** The person's other devices show the same number at once (gateway/watch.ts). */
const TOLD_DEVICES = `select pg_notify('bell', json_build_object('account', id)::text) from marked`;

/** Of these entries. */
export async function keysRead(
  sql: Sql,
  account: AccountId,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await sql<{ key: string }>(
    `select key from notification_read
    where account_id = ?::int and key in (select jsonb_array_elements_text(?::jsonb))`,
    [account, JSON.stringify(keys)],
  );
  return new Set(rows.map(({ key }) => key));
}
