/** Who the six fields of a sign-up mean, by the roster of the current semester (domain §6). */
import { folded } from '../../machines/folded.ts';
import type { Sql } from '../../migrations/open.ts';
import type { SignUpSpecialty } from '../account-answers.ts';

/** As the form asks for it: ECN and EDN are one door. */
export const EXAMS = ['ecnEdn', 'pharmacie', 'odontologie'] as const;
type Exam = (typeof EXAMS)[number];
const EXAM_NAMES: Readonly<Record<Exam, readonly string[]>> = {
  ecnEdn: ['ECN', 'EDN'],
  pharmacie: ['pharmacie'],
  odontologie: ['odontologie'],
};

export interface SixFields {
  /** `0000`: not known. */
  readonly ine: string;
  readonly name: string;
  readonly firstName: string;
  readonly exam: Exam;
  readonly promotion: number;
  readonly specialty: number;
}

export interface Match {
  readonly intern: number;
  /** False: by what anybody can read on the call lists; the account stays to be confirmed. */
  readonly byIne: boolean;
}

const UNKNOWN_INE = /^0+$/;

/**
 * Case, accents, hyphens, apostrophes and spaces are forgiven, and the name of birth is as good as the other.
 * @returns null where nobody, or without an INE more than one, is meant; never which field was wrong.
 */
export async function findOnRoster(sql: Sql, fields: SixFields): Promise<Match | null> {
  const byIne = !UNKNOWN_INE.test(fields.ine);
  const candidates = await sql<Candidate>(
    `select intern.id, intern.ine, intern.name, intern.birth_name as "birthName", intern.first_name as "firstName"
    from roster_entry join semester on semester.id = roster_entry.semester_id and semester.current
    join intern on intern.id = roster_entry.intern_id
    where intern.exam in (?) and intern.promotion = ?::int and roster_entry.specialty_id = ?::int`,
    [EXAM_NAMES[fields.exam], fields.promotion, fields.specialty],
  );
  const meant = candidates.filter(
    candidate =>
      same(candidate.firstName, fields.firstName) &&
      (same(candidate.name, fields.name) || same(candidate.birthName ?? '', fields.name)) &&
      (!byIne || same(candidate.ine, fields.ine)),
  );
  const [only] = meant;
  return only === undefined || meant.length > 1 ? null : { intern: only.id, byIne };
}

interface Candidate {
  readonly id: number;
  readonly ine: string;
  readonly name: string;
  readonly birthName: string | null;
  readonly firstName: string;
}

/** Letters and digits alone. A letter of another script that looks alike is another letter: no match. */
const bare = (text: string): string => folded(text.normalize('NFKC')).replaceAll(/[^\p{L}\p{N}]+/gu, '');

const same = (known: string, written: string): boolean =>
  bare(written) !== '' && bare(known) === bare(written);

/** Of whoever is on the roster of the current semester. */
export const readSpecialties = (sql: Sql): Promise<SignUpSpecialty[]> =>
  sql(
    `select distinct specialty.id, specialty.name
    from roster_entry join semester on semester.id = roster_entry.semester_id and semester.current
    join specialty on specialty.id = roster_entry.specialty_id order by specialty.name`,
  );

/** Whose tries are counted together, whatever is guessed of the rest. */
export const triedName = ({ name, firstName }: SixFields): string =>
  `sign-up ${bare(name)} ${bare(firstName)}`;
