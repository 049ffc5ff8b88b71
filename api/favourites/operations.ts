/** The statements of changes that have been merged: a repeated one gets its first outcome again. For change.ts. */
import type { FavouriteOutcome } from '../../machines/favourites.ts';
import type { AccountId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';

/** Of these, those that were merged before. */
export async function knownOutcomes(
  sql: Sql,
  owner: number,
  operations: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, FavouriteOutcome>> {
  const rows = await sql<{ id: string; outcome: FavouriteOutcome }>(
    `select id, outcome from favourite_operation
    where roster_entry_id = ?::int and id in (select jsonb_array_elements_text(?::jsonb))`,
    [owner, JSON.stringify(operations.map(({ id }) => id))],
  );
  return new Map(rows.map(({ id, outcome }) => [id, outcome]));
}

/** As long as a sign-in lasts: a device that stays away longer has to sign in anew, and begins with the list as it is. */
const KEPT_DAYS = 30;

/** Of one person: nobody arranges more while a device is away, and a script does not fill the table. */
const MOST_KEPT = 5_000;

/** Keeps the outcomes, and lets go of the old ones. */
export async function writeOutcomes(
  sql: Sql,
  owner: number,
  outcomes: readonly (readonly [id: string, outcome: FavouriteOutcome])[],
): Promise<void> {
  await sql(
    `insert into favourite_operation (roster_entry_id, id, outcome)
    select ?::int, one->>0, one->>1 from jsonb_array_elements(?::jsonb) as one`,
    [owner, JSON.stringify(outcomes)],
  );
  await sql(
    `delete from favourite_operation where roster_entry_id = ?::int and (at < now() - make_interval(days => ?::int)
      or id in (select id from favourite_operation where roster_entry_id = ?::int order by at desc offset ?::int))`,
    [owner, KEPT_DAYS, owner, MOST_KEPT],
  );
}

/** What one post alone means has been explained to this person: on no device again (M §9.2.1.2). */
export async function noteExplained(sql: Sql, account: AccountId): Promise<void> {
  await sql('update account set single_post_explained = true where id = ?::int', [account]);
}
