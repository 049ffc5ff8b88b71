/** The offer of an amphitheatre, post by post. */
import type { AmphitheatreId, PostId, ServiceId } from '../../../machines/ids.ts';
import type { Sql } from '../../../migrations/open.ts';
import { serviceKey } from './services.ts';

export interface PostRecord {
  readonly amphitheatreId: AmphitheatreId;
  readonly number: string;
  /** Its `serviceKey`. */
  readonly service: string;
  readonly accreditation: string;
  readonly reservedForId: number | null;
  readonly earmark: string | null;
  /** As the file says; `blocked` in the table may have been changed since, in the room. */
  readonly fileBlocked: boolean;
}

export interface StoredPost extends PostRecord {
  readonly id: PostId;
}

export async function readPosts(
  sql: Sql,
  amphitheatres: readonly AmphitheatreId[],
): Promise<readonly StoredPost[]> {
  const rows = await sql<Omit<StoredPost, 'service'> & { finess: string; name: string }>(
    `select post.id, amphitheatre_id as "amphitheatreId", number, finess, service.name, accreditation,
       reserved_for_id as "reservedForId", earmark, file_blocked as "fileBlocked"
     from post join service on service.id = service_id join establishment on establishment.id = establishment_id
     where amphitheatre_id in (select value::int from jsonb_array_elements_text(?::jsonb)) order by post.id`,
    [JSON.stringify(amphitheatres)],
  );
  return rows.map(({ finess, name, ...post }) => ({ ...post, service: serviceKey(finess, name) }));
}

/** Adds and updates, in the order given; a block is taken from the file only where the file itself has changed it. */
export async function writePosts(
  sql: Sql,
  records: readonly PostRecord[],
  services: ReadonlyMap<string, ServiceId>,
): Promise<void> {
  await sql(
    `insert into post (amphitheatre_id, number, service_id, accreditation, reserved_for_id, earmark, blocked, file_blocked)
     select "amphitheatreId", number, "serviceId", accreditation, "reservedForId", earmark, "fileBlocked", "fileBlocked"
     from rows from (jsonb_to_recordset(?::jsonb) as ("amphitheatreId" int, number text, "serviceId" int,
       accreditation text, "reservedForId" int, earmark text, "fileBlocked" boolean)) with ordinality
     order by ordinality
     on conflict (amphitheatre_id, number) do update set service_id = excluded.service_id,
       accreditation = excluded.accreditation, reserved_for_id = excluded.reserved_for_id, earmark = excluded.earmark,
       blocked = case when post.file_blocked = excluded.file_blocked then post.blocked else excluded.blocked end,
       file_blocked = excluded.file_blocked`,
    [JSON.stringify(records.map(record => ({ ...record, serviceId: services.get(record.service) })))],
  );
}

export async function removePosts(sql: Sql, ids: readonly PostId[]): Promise<void> {
  await sql(`delete from post where id in (select value::int from jsonb_array_elements_text(?::jsonb))`, [
    JSON.stringify(ids),
  ]);
}
