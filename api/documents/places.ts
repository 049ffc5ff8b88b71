/** Where a document is about: the amphitheatre's semester and publication, asked by the routes before anything is made. */
import type { Sql } from '../../migrations/open.ts';

export interface Place {
  readonly semester: number;
  /** Public from its publication on (domain §2). */
  readonly callList: boolean;
}

export async function publishedIn(sql: Sql, amphitheatre: number): Promise<Place | null> {
  const [row] = await sql<Place>(
    `select amphitheatre.semester_id as semester, call_list_published_at is not null as "callList"
    from amphitheatre where id = ?::int`,
    [amphitheatre],
  );
  return row ?? null;
}
