/** As of when: the part of a document's key that changes with what it would say. */
import type { Sql } from '../../migrations/open.ts';
import type { Wanted } from './wanted.ts';

/** Of a whole semester something changes each few seconds on a busy day: within a minute its askers share one list. */
const SHARED_FOR_S = 60;

/**
 * An amphitheatre's `pub` grows with every public change, of the session and of the tables, its edition with names
 * (architecture §2.6, §3): a list made at these numbers says what a list made now would say.
 */
export async function standingOf(sql: Sql, document: Wanted): Promise<string> {
  switch (document.kind) {
    case 'callList':
      return amphitheatreStanding(sql, document.amphitheatre);
    case 'assignments':
    case 'offer':
      return document.amphitheatre === null
        ? minuteStanding(sql)
        : amphitheatreStanding(sql, document.amphitheatre);
    case 'establishment':
      return establishmentStanding(sql, document.establishment, document.semester);
    case 'certificate':
      return minuteStanding(sql); // names and posts may be brought up to date by an import
    default:
      return document satisfies never;
  }
}

async function amphitheatreStanding(sql: Sql, amphitheatre: number): Promise<string> {
  const [row] = await sql<{ standing: string }>(
    `select concat_ws('.', pub, edition, (timetable_published_at is not null)::int) as standing
    from amphitheatre where id = ?::int`,
    [amphitheatre],
  );
  return row?.standing ?? '';
}

async function establishmentStanding(sql: Sql, establishment: number, semester: number): Promise<string> {
  const [row] = await sql<{ standing: string }>(
    `select md5(coalesce(string_agg(concat_ws('.', assignment.id, amphitheatre.edition), ',' order by assignment.id), '')) as standing
    from assignment
    join post on post.id = assignment.post_id
    join amphitheatre on amphitheatre.id = post.amphitheatre_id
    join service on service.id = post.service_id
    where assignment.ended_at is null and service.establishment_id = ?::int and assignment.semester_id = ?::int`,
    [establishment, semester],
  );
  return row?.standing ?? '';
}

async function minuteStanding(sql: Sql): Promise<string> {
  const [row] = await sql<{ standing: string }>(
    'select floor(extract(epoch from now()) / ?::int)::text as standing',
    [SHARED_FOR_S],
  );
  return row?.standing ?? '';
}
