/** The place in the current call list of whoever asks for something there: another kind of choice, a mandate (domain §6). */
import type { AmphitheatreId, PersonId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import { TO_BE_CONFIRMED } from './own-entry.ts';

export interface OwnListing {
  readonly entry: number;
  readonly person: PersonId;
  readonly amphitheatre: AmphitheatreId;
  /** The account's. */
  readonly email: string;
  readonly rosterEmail: string;
  readonly toBeConfirmed: boolean;
}

/** Null for an account that is on no call list of the current semester. */
export async function ownListing(sql: Sql, account: number): Promise<OwnListing | null> {
  const [row] = await sql<OwnListing>(
    `select roster_entry.id as entry, roster_entry.person, call_list_entry.amphitheatre_id as amphitheatre,
      account.email, roster_entry.email as "rosterEmail", ${TO_BE_CONFIRMED} as "toBeConfirmed"
    from account
    join roster_entry on roster_entry.intern_id = account.intern_id
    join semester on semester.id = roster_entry.semester_id and semester.current
    join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
    where account.id = ?::int`,
    [account],
  );
  return row ?? null;
}
