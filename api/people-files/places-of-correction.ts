/** Where a roster entry stands, and the specialty group that another DES would bring it to. */
import type { PersonId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';

export interface PlacesOfCorrection {
  readonly intern: number;
  readonly ine: string;
  readonly semesterId: number;
  /** `2027-05`. */
  readonly semester: string;
  readonly groupBefore: number;
  /** The same, but for a DES of another group. */
  readonly groupId: number;
}

/**
 * Of the current semester. A DES is of one group, the one in which the roster has it (domain §11).
 * @param specialty null: it stays. @returns `specialty` for one that nobody of the roster has.
 */
export async function findPlaces(
  sql: Sql,
  person: PersonId,
  specialty: number | null,
): Promise<PlacesOfCorrection | 'unknown' | 'specialty'> {
  const [row] = await sql<Omit<PlacesOfCorrection, 'groupId'> & { readonly groupId: number | null }>(
    `select intern.id as intern, intern.ine, semester.id as "semesterId", semester.code as semester,
      own.group_id as "groupBefore",
      case when ?::int is null then own.group_id else (select other.group_id from roster_entry other
        where other.semester_id = semester.id and other.specialty_id = ?::int order by other.id = own.id, other.id limit 1) end as "groupId"
    from roster_entry own join intern on intern.id = own.intern_id
    join semester on semester.id = own.semester_id and semester.current
    where own.person = ?`,
    [specialty, specialty, person],
  );
  if (row === undefined) return 'unknown';
  const { groupId } = row;
  return groupId === null ? 'specialty' : { ...row, groupId };
}
