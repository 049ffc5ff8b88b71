/** The statements behind certificates: one's own by semester, and what the public page may say of a code. */
import type { Ms } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import type { CheckedCertificate, MyCertificate } from '../document-answers.ts';
import { newCode } from './code.ts';

/** Every semester in which the person is on the roster, the latest first. */
export const readMyCertificates = (sql: Sql, intern: number): Promise<readonly MyCertificate[]> =>
  sql<MyCertificate>(
    `select semester.code as semester, semester.current, assignment.id is not null as ready,
      service.name as service, establishment.name as establishment,
      (extract(epoch from assignment.at) * 1000)::float8 as at
    from roster_entry
    join semester on semester.id = roster_entry.semester_id
    left join assignment on assignment.roster_entry_id = roster_entry.id and assignment.ended_at is null
    left join post on post.id = assignment.post_id
    left join service on service.id = post.service_id
    left join establishment on establishment.id = service.establishment_id
    where roster_entry.intern_id = ?::int order by semester.code desc`,
    [intern],
  );

/**
 * Gives the standing choice of that semester its code, once and for good: a corrected choice is another row, with
 * another code, and the old code says so.
 * @returns the assignment's number; null where nothing is chosen.
 */
export async function certify(sql: Sql, intern: number, semester: string): Promise<number | null> {
  const [row] = await sql<{ assignment: number }>(
    `select assignment.id as assignment from assignment
    join roster_entry on roster_entry.id = assignment.roster_entry_id and roster_entry.intern_id = ?::int
    join semester on semester.id = assignment.semester_id and semester.code = ?
    where assignment.ended_at is null`,
    [intern, semester],
  );
  if (row === undefined) return null;
  await sql(
    'insert into certificate (assignment_id, code) values (?::int, ?) on conflict (assignment_id) do nothing',
    [row.assignment, newCode()],
  );
  return row.assignment;
}

interface CheckedRow {
  readonly valid: boolean;
  readonly name: string;
  readonly firstName: string;
  readonly semester: string;
  readonly service: string;
  readonly establishment: string;
  readonly city: string;
  readonly at: Ms;
  readonly madeAt: Ms;
}

/** Never the post (domain §8). @param code null: nothing that could be one; asked all the same, so that it takes as long. */
export async function checkCertificate(sql: Sql, code: string | null): Promise<CheckedCertificate> {
  const [row] = await sql<CheckedRow>(
    `select assignment.ended_at is null as valid, intern.name, intern.first_name as "firstName",
      semester.code as semester, service.name as service, establishment.name as establishment, establishment.city,
      (extract(epoch from assignment.at) * 1000)::float8 as at,
      (extract(epoch from certificate.made_at) * 1000)::float8 as "madeAt"
    from certificate
    join assignment on assignment.id = certificate.assignment_id
    join semester on semester.id = assignment.semester_id
    join roster_entry on roster_entry.id = assignment.roster_entry_id
    join intern on intern.id = roster_entry.intern_id
    join post on post.id = assignment.post_id
    join service on service.id = post.service_id
    join establishment on establishment.id = service.establishment_id
    where certificate.code = ?`,
    [code ?? ''],
  );
  if (row === undefined) return { kind: 'unknown' };
  const { valid, madeAt, ...certified } = row;
  return valid ? { kind: 'genuine', ...certified } : { kind: 'obsolete', madeAt };
}
