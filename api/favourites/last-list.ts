/** The list of an earlier semester, as today's offer has it. For import.ts. */
import type { OldFavourite } from '../../machines/favourites.ts';
import type { PostId, ServiceId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import type { FavouritesOwner } from './owner.ts';

export interface OldEntry extends OldFavourite {
  readonly title: { readonly service: string; readonly establishment: string };
}

export interface LastList {
  /** `2026-11` */
  readonly semester: string;
  readonly entries: readonly OldEntry[];
}

interface Row {
  readonly semester: string;
  readonly service: ServiceId;
  readonly name: string;
  readonly establishment: string;
  readonly single: boolean;
  readonly post: PostId | null;
  readonly offered: boolean;
}

/** The newest before the current semester that holds any; null without one. Services are the same from one semester to the next, posts by their number within one. */
export async function readLastList(
  sql: Sql,
  { id, amphitheatre }: FavouritesOwner,
): Promise<LastList | null> {
  const rows = await sql<Row>(
    `with earlier as (
      select before.id, semester.code from roster_entry as mine
      join semester as present on present.id = mine.semester_id
      join roster_entry as before on before.intern_id = mine.intern_id
      join semester on semester.id = before.semester_id and semester.code < present.code
      where mine.id = ?::int and exists (select from favourite where favourite.roster_entry_id = before.id)
      order by semester.code desc limit 1)
    select earlier.code as semester, service.id as service, service.name, establishment.name as establishment,
      old_post.id is not null as single,
      (select post.id from post where post.amphitheatre_id = ?::int and post.service_id = service.id
        and post.number = old_post.number) as post,
      exists (select from post where post.amphitheatre_id = ?::int and post.service_id = service.id) as offered
    from earlier
    join favourite on favourite.roster_entry_id = earlier.id
    left join post as old_post on old_post.id = favourite.post_id
    join service on service.id = coalesce(favourite.service_id, old_post.service_id)
    join establishment on establishment.id = service.establishment_id
    order by favourite.position`,
    [id, amphitheatre, amphitheatre],
  );
  const [first] = rows;
  if (first === undefined) return null;
  return {
    semester: first.semester,
    entries: rows.map(({ service, name, establishment, single, post, offered }) => ({
      service,
      offered,
      single: single ? { post } : null,
      title: { service: name, establishment },
    })),
  };
}
