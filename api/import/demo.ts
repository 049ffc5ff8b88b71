/** The demo set of `migrations/demo`, imported by `npm start` on first run like any other pair of files. */
import { readFile } from 'node:fs/promises';
import type { AmphitheatreId, SessionId } from '../../machines/ids.ts';
import type { Database } from '../../migrations/open.ts';
import { importAmphitheatres } from './import.ts';

const FOLDER = new URL('../../migrations/demo/', import.meta.url);

export interface Demo {
  /** The short one, of a single session. */
  readonly amphitheatre: AmphitheatreId;
  readonly session: SessionId;
}

/**
 * Published, cut by 60 from 22 March 2027 at 9 h.
 * @returns the short amphitheatre; null where the database already has a semester, and nothing is touched.
 * @throws Error where the demo files are refused: a fault of ours.
 */
export async function importDemo(database: Database): Promise<Demo | null> {
  const semesters = await database.sql('select 1 from semester limit 1');
  if (semesters.length > 0) return null;
  const [interns, posts] = await Promise.all([
    readFile(new URL('interns.csv', FOLDER)),
    readFile(new URL('posts.csv', FOLDER)),
  ]);
  const result = await importAmphitheatres(database, {
    semester: '2027-05',
    interns,
    posts,
    perSession: 60,
    first: '2027-03-22T09:00',
    publish: true,
  });
  if ('faults' in result) throw new Error(`the demo set is refused: ${JSON.stringify(result.faults[0])}`);
  const [short] = result.summary.amphitheatres.toSorted((a, b) => a.people - b.people);
  if (short === undefined) throw new Error('the demo set holds no amphitheatre');
  const [session] = await database.sql<{ id: SessionId }>(
    'select id from session where amphitheatre_id = ? and not rehearsal order by number',
    [short.id],
  );
  if (session === undefined) throw new Error('the short demo amphitheatre is not cut');
  return { amphitheatre: short.id, session: session.id };
}
