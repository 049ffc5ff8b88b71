/** A small amphitheatre in the tables, open and about to start: the least that a whole session needs. */
import type {
  AccountId,
  AmphitheatreId,
  LoginId,
  PersonId,
  PostId,
  SessionId,
} from '../../../machines/ids.ts';
import type { SessionSettings } from '../../../machines/session/world.ts';
import type { Sql } from '../../../migrations/open.ts';

export interface Stage {
  readonly amphitheatre: AmphitheatreId;
  readonly session: SessionId;
  /** Consecutive ones of the same amphitheatre, the first included. */
  readonly sessions: readonly SessionId[];
  /** In call order. */
  readonly people: readonly StagedPerson[];
  readonly posts: readonly PostId[];
  readonly moderator: StagedLogin;
}

export interface StagedPerson {
  readonly person: PersonId;
  readonly account: AccountId;
  readonly login: LoginId;
}

export type StagedLogin = Omit<StagedPerson, 'person'>;

export interface Wanted {
  readonly people?: number;
  readonly posts?: number;
  readonly sessions?: number;
  readonly settings?: Partial<SessionSettings>;
}

const one = async <Row>(sql: Sql, text: string, params: readonly unknown[]): Promise<Row> => {
  const [row] = await sql<Row>(text, params);
  if (row === undefined) throw new Error('nothing came back');
  return row;
};

const insert = async (sql: Sql, text: string, params: readonly unknown[]): Promise<number> =>
  (await one<{ id: number }>(sql, `insert into ${text} returning id`, params)).id;

/** The service has as many seats as there are posts, all free; all people are of one DES, all classic. */
export async function setStage(sql: Sql, wanted: Wanted = {}): Promise<Stage> {
  const count = wanted.people ?? 3;
  const semester = await insert(sql, `semester (code, current) values ('2027-05', true)`, []);
  const group = await insert(sql, `specialty_group (name) values ('Chirurgie')`, []);
  const specialty = await insert(sql, `specialty (name) values ('Chirurgie viscérale')`, []);
  const other = await insert(sql, `specialty (name) values ('Urologie')`, []);
  const amphitheatre = (await insert(
    sql,
    `amphitheatre (semester_id, group_id, phase, offer_published_at, timetable_published_at, call_list_published_at, per_session)
    values (?::int, ?::int, 'socle', now(), now(), now(), ?::int)`,
    [semester, group, count],
  )) as AmphitheatreId;
  const sessions: SessionId[] = [];
  for (let number = 1; number <= (wanted.sessions ?? 1); number++)
    sessions.push(
      (await insert(
        sql,
        `session (amphitheatre_id, number, starts_at, state, settings)
        values (?::int, ?::int, '2027-03-22T08:00Z', 'open', ?::jsonb)`,
        [amphitheatre, number, JSON.stringify(wanted.settings ?? {})],
      )) as SessionId,
    );
  const people: StagedPerson[] = [];
  for (let order = 1; order <= count; order++) {
    const session = sessions[Math.floor(((order - 1) * sessions.length) / count)];
    people.push(await stagePerson(sql, { semester, group, specialty, amphitheatre, session, order }));
  }
  const establishment = await insert(
    sql,
    `establishment (finess, name, city, department) values ('750000001', 'Hôpital Cochin', 'Paris', '75')`,
    [],
  );
  const service = await insert(
    sql,
    `service (establishment_id, name) values (?::int, 'Chirurgie digestive')`,
    [establishment],
  );
  const posts: PostId[] = [];
  for (let number = 1; number <= (wanted.posts ?? count + 2); number++)
    posts.push(
      (await insert(
        sql,
        `post (amphitheatre_id, number, service_id, reserved_for_id) values (?::int, ?::text, ?::int, ?::int)`,
        // The last one is reserved for another DES.
        [amphitheatre, String(number), service, number === (wanted.posts ?? count + 2) ? other : null],
      )) as PostId,
    );
  const moderator = await stageLogin(sql, 'moderator', 'gestion@stage.example', null);
  const [session] = sessions;
  if (session === undefined) throw new Error('a stage has a session');
  return { amphitheatre, session, sessions, people, posts, moderator };
}

async function stagePerson(
  sql: Sql,
  of: {
    readonly semester: number;
    readonly group: number;
    readonly specialty: number;
    readonly amphitheatre: number;
    readonly session: SessionId | undefined;
    readonly order: number;
  },
): Promise<StagedPerson> {
  const person = `person${String(of.order).padStart(4, '0')}` as PersonId;
  const intern = await insert(
    sql,
    `intern (ine, name, first_name, exam, promotion) values (?::text, ?::text, 'Camille', 'EDN', 2024)`,
    [`INE${of.order}`, `NOM${of.order}`],
  );
  const entry = await insert(
    sql,
    `roster_entry (semester_id, intern_id, person, group_id, specialty_id, phase, validated_semesters,
      supernumerary_semesters, research_year_semesters, research_leave_semesters, national_rank, local_rank,
      local_headcount, seniority, theoretical_promotion, present_headcount)
    values (?::int, ?::int, ?::text, ?::int, ?::int, 'socle', 1, 0, 0, 0, ?::int, ?::int, 100, 1, 2024, 100)`,
    [of.semester, intern, person, of.group, of.specialty, of.order, of.order],
  );
  await insert(
    sql,
    `call_list_entry (amphitheatre_id, roster_entry_id, call_order, session_id) values (?::int, ?::int, ?::int, ?::int)`,
    [of.amphitheatre, entry, of.order, of.session ?? null],
  );
  return { person, ...(await stageLogin(sql, 'intern', `interne${of.order}@stage.example`, intern)) };
}

export async function stageLogin(
  sql: Sql,
  realm: string,
  email: string,
  intern: number | null,
  name = 'Gestion',
): Promise<StagedLogin> {
  const account = await insert(
    sql,
    `account (realm, email, name, intern_id) values (?::text, ?::text, ?::text, ?::int)`,
    [realm, email, name, intern],
  );
  const login = await insert(
    sql,
    `login (account_id, expires_at, refresh_hash) values (?::int, now() + interval '1 day', sha256(?::text::bytea))`,
    [account, email],
  );
  return { account: account as AccountId, login: login as LoginId };
}

/** Another one, beside the stage's own, who is called «Gestion». */
export const stageModerator = (sql: Sql, name: string): Promise<StagedLogin> =>
  stageLogin(sql, 'moderator', 'autre@stage.example', null, name);

/** A holder with an accepted mandate of that person. */
export async function stageHolder(
  sql: Sql,
  person: PersonId,
  email = 'mandataire@stage.example',
): Promise<StagedLogin> {
  const holder = await stageLogin(sql, 'mandatary', email, null);
  await sql(
    `insert into mandate (roster_entry_id, email, account_id, accepted_at)
    select id, ?::text, ?::int, now() from roster_entry where person = ?::text`,
    [email, holder.account, person],
  );
  return holder;
}

/** @param order 1 is the first of the call list. */
export function personAt({ people }: Stage, order: number): PersonId {
  const staged = people[order - 1];
  if (!staged) throw new Error(`nobody stands at ${order}`);
  return staged.person;
}

/** As the desk sets it before the session: a reason that nobody else may read. */
export const planAbsence = (sql: Sql, person: PersonId): Promise<unknown> =>
  sql(
    `insert into planned_absence (roster_entry_id, reason) select id, 'secret' from roster_entry where person = ?`,
    [person],
  );
