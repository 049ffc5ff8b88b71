/** One cheap question: has anything public changed? Every act and every public row of a journal raises `pub` (architecture §2). */
import type { Sql } from '../../migrations/open.ts';

export async function publicVersion(sql: Sql): Promise<string> {
  const [row] = await sql<{ version: string }>(
    `select coalesce(string_agg(concat_ws(':', semester.id, amphitheatre.id, pub, edition, offer_published_at is not null,
      timetable_published_at is not null, call_list_published_at is not null), ' ' order by amphitheatre.id), '') as version
    from semester join amphitheatre on amphitheatre.semester_id = semester.id
    where semester.current`,
  );
  return row?.version ?? '';
}
