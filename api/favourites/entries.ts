/** The statements of the table `favourite`: a person's list as it stands, and as it is to stand. */
import { favouriteKey } from '../../machines/favourites.ts';
import type { Additions, ListedFavourite } from '../../machines/favourites.ts';
import type { AmphitheatreId, PersonId, PostId, ServiceId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';

/** In order; what the offer no longer holds is left out. */
export async function readEntries(
  sql: Sql,
  owner: number,
  amphitheatre: AmphitheatreId,
): Promise<readonly ListedFavourite[]> {
  const rows = await sql<{ service: ServiceId | null; post: PostId | null; additions: Additions }>(
    `select service_id as service, post_id as post, additions from favourite
    where roster_entry_id = ?::int and exists (select from post where post.amphitheatre_id = ?::int
      and (post.id = favourite.post_id or post.service_id = favourite.service_id))
    order by position`,
    [owner, amphitheatre],
  );
  return rows.flatMap(({ service, post, additions }): readonly ListedFavourite[] =>
    service !== null ? [{ of: { service }, additions }] : post !== null ? [{ of: { post }, additions }] : [],
  );
}

/** From one list to the next; those that neither holds (no longer offered) come behind. */
export async function writeEntries(
  sql: Sql,
  owner: number,
  before: readonly ListedFavourite[],
  list: readonly ListedFavourite[],
): Promise<void> {
  const kept = new Set(list.map(({ of }) => favouriteKey(of)));
  const had = new Set(before.map(({ of }) => favouriteKey(of)));
  const gone = [...had].filter(key => !kept.has(key));
  if (gone.length > 0) await deleteEntries(sql, owner, gone);
  const added = list.filter(({ of }) => !had.has(favouriteKey(of)));
  if (added.length > 0) await insertEntries(sql, owner, added);
  await placeEntries(sql, owner, list);
}

async function deleteEntries(sql: Sql, owner: number, keys: readonly string[]): Promise<void> {
  await sql(
    `delete from favourite where roster_entry_id = ?::int
      and coalesce('s' || service_id, 'p' || post_id) in (select jsonb_array_elements_text(?::jsonb))`,
    [owner, JSON.stringify(keys)],
  );
}

/** Behind all others; their places come with `placeEntries`. */
async function insertEntries(sql: Sql, owner: number, added: readonly ListedFavourite[]): Promise<void> {
  await sql(
    `insert into favourite (roster_entry_id, service_id, post_id, position)
    select ?::int, (one->>'service')::int, (one->>'post')::int,
      ordinality + (select coalesce(max(position), 0) from favourite where roster_entry_id = ?::int)
    from jsonb_array_elements(?::jsonb) with ordinality as added(one, ordinality)`,
    [owner, owner, JSON.stringify(added.map(({ of }) => of))],
  );
}

/** Positions 1…n in this order, and who has added each. */
async function placeEntries(sql: Sql, owner: number, list: readonly ListedFavourite[]): Promise<void> {
  await sql(
    `update favourite set position = placed.position, additions = placed.additions from (
      select favourite.id, coalesce(wanted.one->'additions', favourite.additions) as additions,
        row_number() over (order by wanted.ordinality nulls last, favourite.position) as position
      from favourite left join jsonb_array_elements(?::jsonb) with ordinality as wanted(one, ordinality)
        on wanted.one->>'key' = coalesce('s' || favourite.service_id, 'p' || favourite.post_id)
      where favourite.roster_entry_id = ?::int) as placed
    where placed.id = favourite.id
      and (placed.position <> favourite.position or placed.additions <> favourite.additions)`,
    [JSON.stringify(list.map(({ of, additions }) => ({ key: favouriteKey(of), additions }))), owner],
  );
}

/** Raises the version and tells the gateways, which tell the person's other devices. */
export async function tell(sql: Sql, owner: number): Promise<number> {
  const [row] = await sql<{ version: number; person: PersonId }>(
    `with raised as (update roster_entry set favourites_version = favourites_version + 1 where id = ?::int
      returning favourites_version as version, person)
    select version, person, pg_notify('favourites', json_build_object('person', person, 'version', version)::text)
    from raised`,
    [owner],
  );
  if (row === undefined) throw new Error('a roster entry that was held is gone');
  return row.version;
}
