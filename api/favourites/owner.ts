/** Whose favourites are asked for: the account's own, or those of the intern whom a holder chooses for. */
import type { AccountId, AmphitheatreId, PersonId } from '../../machines/ids.ts';
import type { SessionStateName } from '../../machines/session/state.ts';
import type { Sql } from '../../migrations/open.ts';
import { OWN_ENTRY } from '../sign-in/own-entry.ts';

export interface FavouritesOwner {
  /** The roster entry. */
  readonly id: number;
  readonly person: PersonId;
  readonly version: number;
  /** What one post alone means has been explained to whoever asks. */
  readonly explained: boolean;
  readonly amphitheatre: AmphitheatreId;
  /** Of the amphitheatre's sessions, rehearsals left out. */
  readonly sessions: readonly SessionStateName[];
}

/** Null for who is on no call list of this semester, and for a holder without an accepted mandate. */
export async function readOwner(sql: Sql, account: AccountId): Promise<FavouritesOwner | null> {
  const [row] = await sql<FavouritesOwner>(
    `select roster_entry.id, roster_entry.person, roster_entry.favourites_version as version,
      account.single_post_explained as explained,
      call_list_entry.amphitheatre_id as amphitheatre,
      (select coalesce(json_agg(state order by number), '[]') from session
        where session.amphitheatre_id = call_list_entry.amphitheatre_id and not rehearsal) as sessions
    from account
    join roster_entry on roster_entry.id = ${OWN_ENTRY}
    join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
    where account.id = ?::int`,
    [account],
  );
  return row ?? null;
}

/**
 * Holds the row until the transaction ends, so that of two changes at once the second sees the first. Not `for update`:
 * that would make a choice being recorded wait, whose assignment refers to this row.
 */
export async function holdOwner(sql: Sql, id: number): Promise<void> {
  await sql('select 1 from roster_entry where id = ?::int for no key update', [id]);
}
