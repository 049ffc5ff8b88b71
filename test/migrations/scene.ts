/** The smallest rows that a session's record can stand on: one amphitheatre, two sessions, two posts, two people. */
import type { Sql } from '../../migrations/open.ts';

export interface Scene {
  readonly semester: number;
  readonly amphitheatre: number;
  readonly sessions: readonly [number, number];
  readonly posts: readonly [number, number];
  readonly people: readonly [number, number];
}

export async function scene(sql: Sql): Promise<Scene> {
  const insert = async (text: string, ...params: unknown[]): Promise<number> => {
    const [row] = await sql<{ id: number }>(`insert into ${text} returning id`, params);
    if (!row) throw new Error('nothing inserted');
    return row.id;
  };
  const semester = await insert(`semester (code) values ('2027-05')`);
  const group = await insert(`specialty_group (name) values ('Médecine générale')`);
  const specialty = await insert(`specialty (name) values ('Médecine générale')`);
  const establishment = await insert(
    `establishment (finess, name, city, department) values ('750100042', 'Hôpital', 'Paris', '75')`,
  );
  const service = await insert(
    `service (establishment_id, name) values (?, 'Médecine interne')`,
    establishment,
  );
  const amphitheatre = await insert(
    `amphitheatre (semester_id, group_id, phase) values (?, ?, 'socle')`,
    semester,
    group,
  );
  const session = (number: number) =>
    insert('session (amphitheatre_id, number) values (?, ?)', amphitheatre, number);
  const post = (number: string) =>
    insert('post (amphitheatre_id, number, service_id) values (?, ?, ?)', amphitheatre, number, service);
  const person = async (ine: string): Promise<number> => {
    const intern = await insert(
      `intern (ine, name, first_name, exam, promotion) values (?, 'Nom', 'Prénom', 'EDN', 2024)`,
      ine,
    );
    return insert(
      `roster_entry (semester_id, intern_id, person, group_id, specialty_id, phase, validated_semesters,
         supernumerary_semesters, research_year_semesters, research_leave_semesters, national_rank, local_rank,
         local_headcount, seniority, theoretical_promotion, present_headcount)
       values (?, ?, ?, ?, ?, 'socle', 1, 0, 0, 0, 1, 1, 2, 1, 2024, 2)`,
      semester,
      intern,
      ine,
      group,
      specialty,
    );
  };
  return {
    semester,
    amphitheatre,
    sessions: [await session(1), await session(2)],
    posts: [await post('1'), await post('2')],
    people: [await person('A'), await person('B')],
  };
}

/** Appends one row to the journal as a bare statement; `part` names what differs. */
export async function appendRow(
  sql: Sql,
  { amphitheatre, sessions }: Scene,
  part: { session?: number; seq?: number; pub?: number | null; commandId?: string | null } = {},
): Promise<void> {
  await sql(
    `insert into journal (session_id, seq, amphitheatre_id, pub, at, who, command_id, command, facts, rules, hash)
     values (?, ?, ?, ?::bigint, 0, '{}', ?::text, '{}', '[]', 1, '\\x00')`,
    [part.session ?? sessions[0], part.seq ?? 1, amphitheatre, part.pub ?? null, part.commandId ?? null],
  );
}

/** Assigns a post to a person as a bare statement. */
export async function assign(
  sql: Sql,
  { semester, sessions }: Scene,
  choice: { person: number; post: number; seq: number; status?: string },
): Promise<void> {
  await sql(
    `insert into assignment (semester_id, roster_entry_id, post_id, session_id, seq, status, made_by, at)
     values (?, ?, ?, ?, ?, ?, 'intern', now())`,
    [semester, choice.person, choice.post, sessions[0], choice.seq, choice.status ?? 'classic'],
  );
}

/** What PostgreSQL said no with: its code and the constraint's name. */
export async function refusal(
  work: Promise<unknown>,
): Promise<{ code?: string; constraint?: string } | null> {
  return work.then(
    () => null,
    (error: { code?: string; constraint?: string }) => ({
      ...(error.code === undefined ? {} : { code: error.code }),
      ...(error.constraint === undefined ? {} : { constraint: error.constraint }),
    }),
  );
}
