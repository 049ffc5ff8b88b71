/**
 * What became of the offer between its publication and the first start, when no journal tells it yet: with the first
 * session's notices, for the bells of everybody who follows. The same rows as in the bell that is kept (api/notifications).
 */
import type { AmphitheatreId, Ms, PostId } from '../../machines/ids.ts';
import type { PublicNotice } from '../../machines/session/public-state.ts';
import type { Sql } from '../../migrations/open.ts';

interface Row {
  readonly act: 'setPost' | 'addPosts';
  readonly at: Ms;
  readonly post: PostId | null;
  readonly posts: readonly PostId[] | null;
  readonly blocked: boolean | null;
  readonly reason: string | null;
}

/** Oldest first. */
export async function readAnnounced(sql: Sql, amphitheatre: AmphitheatreId): Promise<PublicNotice[]> {
  const rows = await sql<Row>(
    `select act, floor(extract(epoch from amphitheatre_act.at) * 1000)::float8 as at,
      (detail -> 'post')::int as post, detail -> 'posts' as posts, (detail -> 'blocked')::boolean as blocked,
      detail ->> 'reason' as reason
    from amphitheatre_act join amphitheatre on amphitheatre.id = amphitheatre_act.amphitheatre_id
    where amphitheatre.id = ?::int and act in ('setPost', 'addPosts')
      and amphitheatre_act.at >= amphitheatre.offer_published_at
    order by amphitheatre_act.id`,
    [amphitheatre],
  );
  return rows.map(({ act, at, post, posts, blocked, reason }) => ({
    kind: act === 'addPosts' ? 'postsAdded' : blocked === true ? 'postBlocked' : 'postOffered',
    at,
    posts: posts ?? (post === null ? [] : [post]),
    reason,
  }));
}
