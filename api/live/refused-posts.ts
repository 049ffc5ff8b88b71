/**
 * Posts that were asked to be added and that the deciding session refused: taken out again as soon as that is known, by
 * whoever hears of it, and by the worker each minute, so that no screen has to be open for it.
 */
import type { AmphitheatreId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';

/** What somebody has put among their favourites stays, blocked. @param amphitheatre null: of all of them. */
export async function removeRefused(sql: Sql, amphitheatre: AmphitheatreId | null): Promise<void> {
  await sql(
    `delete from post using (
      select session.amphitheatre_id as amphitheatre, (added ->> 'id')::int as id from session_inbox
      join session on session.id = session_inbox.session_id
      cross join jsonb_array_elements(session_inbox.command -> 'posts') added
      where session_inbox.command ->> 'type' = 'addPosts' and session_inbox.answer -> 'refused' is not null
        and (?::int is null or session.amphitheatre_id = ?::int)) refused
    where post.id = refused.id and post.amphitheatre_id = refused.amphitheatre and post.blocked
      and not exists (select from favourite where favourite.post_id = post.id)`,
    [amphitheatre, amphitheatre],
  );
}
