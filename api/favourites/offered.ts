/** What of some favourites an amphitheatre offers: only that may be added (domain §4). For change.ts. */
import { favouriteKey } from '../../machines/favourites.ts';
import type { FavouriteKey, FavouriteOf } from '../../machines/favourites.ts';
import type { AmphitheatreId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';

export async function offeredAmong(
  sql: Sql,
  amphitheatre: AmphitheatreId,
  favourites: readonly FavouriteOf[],
): Promise<ReadonlySet<FavouriteKey>> {
  const rows = await sql<{ key: FavouriteKey }>(
    `select distinct asked.key from jsonb_array_elements_text(?::jsonb) as asked(key)
    join post on post.amphitheatre_id = ?::int
      and (asked.key = 's' || post.service_id or asked.key = 'p' || post.id)`,
    [JSON.stringify(favourites.map(favouriteKey)), amphitheatre],
  );
  return new Set(rows.map(({ key }) => key));
}
