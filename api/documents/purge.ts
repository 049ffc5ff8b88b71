/** Bytes are not kept for ever: whoever asks again gets a document made anew. Called by the worker's minute. */
import type { Sql } from '../../migrations/open.ts';

const PRIVATE_MINUTES = 2;
const PUBLIC_MINUTES = 10;

/** What was never made goes with the public ones: its askers have long been told. */
export async function purgeDocuments(sql: Sql): Promise<void> {
  await sql(
    `delete from document
    where coalesce(made_at, failed_at, asked_at) < now() - make_interval(mins => case
      when made_at is not null and (kind in ('certificate', 'establishment') or (params ->> 'withPosts')::boolean)
        then ?::int else ?::int end)`,
    [PRIVATE_MINUTES, PUBLIC_MINUTES],
  );
}
