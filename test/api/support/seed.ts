/** One small amphitheatre for the tests of the API: four interns, two services, five posts, published or not. */
import type { AmphitheatreId, PersonId, PostId, SessionId } from '../../../machines/ids.ts';
import type { Sql } from '../../../migrations/open.ts';

export interface Seeded {
  readonly amphitheatre: AmphitheatreId;
  readonly session: SessionId;
  /** In call order. */
  readonly people: readonly PersonId[];
  readonly posts: readonly PostId[];
}

export interface SeedOptions {
  readonly published?: boolean;
  readonly state?: string;
  readonly startsAt?: string | null;
}

const NAMES = [
  ['Étienne', 'Œuvrard'],
  ['Zoé', 'École'],
  ['Alix', 'Étage'],
  ['Dominique', 'Zola'],
] as const;

export async function seed(
  sql: Sql,
  { published = true, state = 'draft', startsAt = '2027-03-22T08:00Z' }: SeedOptions = {},
): Promise<Seeded> {
  const id = async (text: string, params: readonly unknown[] = []): Promise<number> => {
    const [row] = await sql<{ id: number }>(`${text} returning id`, params);
    if (row === undefined) throw new Error('nothing inserted');
    return row.id;
  };
  const semester = await id(`insert into semester (code, current) values ('2027-05', true)`);
  const specialty = await id(`insert into specialty (name) values ('Chirurgie viscérale et digestive')`);
  const other = await id(`insert into specialty (name) values ('Urologie')`);
  const group = await id(`insert into specialty_group (name) values ('Spécialités chirurgicales')`);
  const establishment = await id(
    `insert into establishment (finess, name, city, department) values ('750100125', 'Hôpital Saint-Antoine', 'Paris', '75')`,
  );
  const service = await id(
    `insert into service (establishment_id, name, head) values (?::int, 'Chirurgie digestive', 'Pr Durand')`,
    [establishment],
  );
  const urology = await id(
    `insert into service (establishment_id, name, head) values (?::int, 'Urologie', 'Pr Petit')`,
    [establishment],
  );
  const amphitheatre = await id(
    `insert into amphitheatre (semester_id, group_id, phase, per_session, first_at, offer_published_at, timetable_published_at, call_list_published_at)
    values (?::int, ?::int, 'approfondissement', 60, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::timestamptz)`,
    [semester, group, startsAt, ...Array.from({ length: 3 }, () => (published ? '2027-01-01T00:00Z' : null))],
  );
  const session = await id(
    `insert into session (amphitheatre_id, number, starts_at, state) values (?::int, 1, ?::timestamptz, ?)`,
    [amphitheatre, startsAt, state],
  );
  const people: PersonId[] = [];
  for (const [index, [firstName, name]] of NAMES.entries()) {
    const order = index + 1;
    const person = `person000${order}`;
    const intern = await id(
      `insert into intern (ine, name, first_name, exam, promotion) values (?, ?, ?, 'EDN', 2024)`,
      [`INE-SECRET-${order}`, name, firstName],
    );
    const entry = await id(
      `insert into roster_entry (semester_id, intern_id, person, group_id, specialty_id, phase, email, phone, validated_semesters,
        supernumerary_semesters, research_year_semesters, research_leave_semesters, national_rank, local_rank, local_headcount,
        seniority, theoretical_promotion, present_headcount)
      values (?::int, ?::int, ?, ?::int, ?::int, 'approfondissement', ?, '0600000000', 4, 0, 0, 0, ?::int, ?::int, 4, 4, 2024, 4)`,
      [semester, intern, person, group, specialty, `private${order}@roster.example`, order, order],
    );
    await id(
      `insert into call_list_entry (amphitheatre_id, roster_entry_id, call_order, session_id) values (?::int, ?::int, ?::int, ?::int)`,
      [amphitheatre, entry, order, session],
    );
    people.push(person as PersonId);
  }
  const posts: PostId[] = [];
  for (const [number, at, reserved] of [
    ['101-1', service, null],
    ['101-2', service, null],
    ['20', service, other],
    ['9', urology, null],
    ['1000', urology, null],
  ] as const)
    posts.push(
      (await id(
        `insert into post (amphitheatre_id, number, service_id, reserved_for_id) values (?::int, ?, ?::int, ?::int)`,
        [amphitheatre, number, at, reserved],
      )) as PostId,
    );
  return { amphitheatre: amphitheatre as AmphitheatreId, session: session as SessionId, people, posts };
}

/** Records a choice as the session’s owner would. @param person and `post`: their places in what was seeded. */
export async function assign(
  sql: Sql,
  { session, people, posts }: Seeded,
  person: number,
  post: number,
  seq: number,
): Promise<void> {
  await sql(
    `insert into assignment (semester_id, roster_entry_id, post_id, session_id, seq, status, made_by, at)
    select semester_id, id, ?::int, ?::int, ?::bigint, 'classic', 'intern', to_timestamp(1000 + ?::int) from roster_entry where person = ?`,
    [posts[post], session, seq, seq, people[person]],
  );
}
