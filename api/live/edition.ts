/** The directory that names whoever and whatever is added next: no two additions may share one. */
import type { AmphitheatreId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';

/** Above the present one and those that wait for the live session's answer. Under the amphitheatre's lock. */
export async function nextEdition(sql: Sql, amphitheatre: AmphitheatreId): Promise<number> {
  const [row] = await sql<{ edition: number }>(
    `select greatest(edition, coalesce((
        select max((command ->> 'edition')::int) from session_inbox
        join session on session.id = session_inbox.session_id
        where session.amphitheatre_id = amphitheatre.id and answered_at is null
          and command ->> 'type' in ('add', 'addPosts')), 0)) + 1 as edition
    from amphitheatre where id = ?::int`,
    [amphitheatre],
  );
  return row?.edition ?? 1;
}

export async function raiseEdition(sql: Sql, amphitheatre: AmphitheatreId): Promise<void> {
  const edition = await nextEdition(sql, amphitheatre);
  await sql('update amphitheatre set edition = ?::int where id = ?::int', [edition, amphitheatre]);
}
