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
  const people = await stagePeople(sql, { semester, group, specialty, amphitheatre, sessions, count });
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
  const posts = await sql<{ id: PostId }>(
    `insert into post (amphitheatre_id, number, service_id, reserved_for_id)
    select ?::int, place::text, ?::int, case when place = last then ?::int end
    from (select ?::int as last) as stage, generate_series(1, last) as series (place) order by series.place returning id`,
    [amphitheatre, service, other, wanted.posts ?? count + 2], // the last one is reserved for another DES
  );
  const moderator = await stageLogin(sql, 'moderator', 'gestion@stage.example', null);
  const [session] = sessions;
  if (session === undefined) throw new Error('a stage has a session');
  return { amphitheatre, session, sessions, people, posts: posts.map(({ id }) => id), moderator };
}

/** In one statement: some stages hold fifteen hundred. Each session has its share, in call order. */
async function stagePeople(
  sql: Sql,
  of: {
    readonly semester: number;
    readonly group: number;
    readonly specialty: number;
    readonly amphitheatre: number;
    readonly sessions: readonly SessionId[];
    readonly count: number;
  },
): Promise<readonly StagedPerson[]> {
  return await sql<StagedPerson>(
    `with stage as (select ?::int as semester, ?::int as main, ?::int as specialty, ?::int as amphitheatre,
        ?::jsonb as sessions, ?::int as count),
      staged as (
        insert into intern (ine, name, first_name, exam, promotion)
        select 'INE' || place, 'NOM' || place, 'Camille', 'EDN', 2024
        from stage, generate_series(1, stage.count) as place order by place
        returning id, substr(ine, 4)::int as place),
      entry as (
        insert into roster_entry (semester_id, intern_id, person, group_id, specialty_id, phase, validated_semesters,
          supernumerary_semesters, research_year_semesters, research_leave_semesters, national_rank, local_rank,
          local_headcount, seniority, theoretical_promotion, present_headcount)
        select semester, id, 'person' || lpad(place::text, 4, '0'), main, specialty, 'socle', 1, 0, 0, 0, place, place,
          100, 1, 2024, 100
        from stage, staged order by place returning id, intern_id, person),
      listed as (
        insert into call_list_entry (amphitheatre_id, roster_entry_id, call_order, session_id)
        select amphitheatre, entry.id, place, (sessions ->> ((place - 1) * jsonb_array_length(sessions) / count))::int
        from stage, entry join staged on staged.id = entry.intern_id order by place),
      known as (
        insert into account (realm, email, name, intern_id)
        select 'intern', 'interne' || place || '@stage.example', 'Gestion', id from staged order by place
        returning id, email, intern_id),
      entered as (
        insert into login (account_id, expires_at, refresh_hash)
        select id, now() + interval '1 day', sha256(email::bytea) from known order by id returning id, account_id)
    select entry.person, known.id as account, entered.id as login
    from staged join entry on entry.intern_id = staged.id join known on known.intern_id = staged.id
      join entered on entered.account_id = known.id order by staged.place`,
    [of.semester, of.group, of.specialty, of.amphitheatre, JSON.stringify(of.sessions), of.count],
  );
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
