/** Where a document is about: the amphitheatre's semester and publication, asked by the routes before anything is made. */
import type { AccountId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';

export interface Place {
  readonly semester: number;
  /** Public from its publication on (domain §2). */
  readonly callList: boolean;
  readonly offer: boolean;
  /** Of a semester that is over nothing is public any more: its people alone keep their lists. */
  readonly current: boolean;
}

/** Whether this account's intern stood on that call list. */
export async function stoodOn(sql: Sql, account: AccountId, amphitheatre: number): Promise<boolean> {
  const rows = await sql(
    `select from account
    join roster_entry on roster_entry.intern_id = account.intern_id
    join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
    where account.id = ?::int and call_list_entry.amphitheatre_id = ?::int`,
    [account, amphitheatre],
  );
  return rows.length > 0;
}

export async function publishedIn(sql: Sql, amphitheatre: number): Promise<Place | null> {
  const [row] = await sql<Place>(
    `select amphitheatre.semester_id as semester, call_list_published_at is not null as "callList",
      offer_published_at is not null as offer, semester.current
    from amphitheatre join semester on semester.id = amphitheatre.semester_id where amphitheatre.id = ?::int`,
    [amphitheatre],
  );
  return row ?? null;
}
