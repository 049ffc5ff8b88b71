/** Amphitheatres in the tables, many in one database: two sessions each, people of every kind, small lines, somebody forgotten. */
import type { AccountId, AmphitheatreId, PersonId, SessionId } from '../../../machines/ids.ts';
import type { Sql } from '../../../migrations/open.ts';

export interface Country {
  readonly semester: number;
  readonly specialties: readonly [number, number];
  readonly services: readonly [number, number];
  readonly moderator: AccountId;
}

export interface Amphitheatre {
  readonly amphitheatre: AmphitheatreId;
  /** In their order. */
  readonly sessions: readonly [SessionId, SessionId];
  /** On the roster, and on no call list. */
  readonly forgotten: readonly PersonId[];
}

async function id(sql: Sql, text: string, params: readonly unknown[] = []): Promise<number> {
  const [row] = await sql<{ id: number }>(`insert into ${text} returning id`, params);
  if (!row) throw new Error('nothing came back');
  return row.id;
}

/** What all of them share. */
export async function foundCountry(sql: Sql): Promise<Country> {
  const semester = await id(sql, `semester (code, current) values ('2027-05', true)`);
  const establishment = await id(
    sql,
    `establishment (finess, name, city, department) values ('750000001', 'Hôpital Cochin', 'Paris', '75')`,
  );
  const specialty = (name: string) => id(sql, 'specialty (name) values (?::text)', [name]);
  const service = (name: string) =>
    id(sql, 'service (establishment_id, name) values (?::int, ?::text)', [establishment, name]);
  return {
    semester,
    specialties: [await specialty('Chirurgie viscérale'), await specialty('Urologie')],
    services: [await service('Chirurgie digestive'), await service('Urologie')],
    moderator: (await id(
      sql,
      `account (realm, email, name) values ('moderator', 'gestion@stage.example', 'Gestion')`,
    )) as AccountId,
  };
}

/** What chance decides of one. */
export interface Drawn {
  /** Of each person, in call order. */
  readonly people: readonly {
    readonly status: string;
    readonly excused: boolean;
    readonly mandate: 'none' | 'asked' | 'accepted';
    readonly longer: boolean;
    readonly other: boolean;
  }[];
  readonly settings: object;
}

/** Half of the people in the first session, half in the second, as many posts; two more whom nobody has listed. */
export async function buildAmphitheatre(
  sql: Sql,
  { semester, specialties, services }: Country,
  name: string,
  drawn: Drawn,
): Promise<Amphitheatre> {
  const group = await id(sql, 'specialty_group (name) values (?::text)', [name]);
  const amphitheatre = await id(
    sql,
    `amphitheatre (semester_id, group_id, phase, offer_published_at, timetable_published_at, call_list_published_at, per_session)
    values (?::int, ?::int, 'socle', now(), now(), now(), 4)`,
    [semester, group],
  );
  const session = (number: number) =>
    id(
      sql,
      `session (amphitheatre_id, number, starts_at, state, settings) values (?::int, ?::int, null, 'open', ?::jsonb)`,
      [amphitheatre, number, JSON.stringify(drawn.settings)],
    );
  const sessions = [(await session(1)) as SessionId, (await session(2)) as SessionId] as const;
  await sql(
    `insert into post (amphitheatre_id, number, service_id, accreditation, reserved_for_id)
    select ?::int, number::text, (?::int[])[1 + number % 2], (number / 4)::text,
      case when number > 6 then ?::int end
    from generate_series(1, ?::int) number`,
    [amphitheatre, `{${services.join()}}`, specialties[1], drawn.people.length],
  );
  const forgotten = await enlist(sql, { semester, group, amphitheatre, name, specialties }, sessions, drawn);
  return { amphitheatre: amphitheatre as AmphitheatreId, sessions, forgotten };
}

interface Where {
  readonly semester: number;
  readonly group: number;
  readonly amphitheatre: number;
  readonly name: string;
  readonly specialties: readonly [number, number];
}

async function enlist(
  sql: Sql,
  { semester, group, amphitheatre, name, specialties }: Where,
  sessions: readonly [SessionId, SessionId],
  { people }: Drawn,
): Promise<readonly PersonId[]> {
  const half = people.length / 2;
  const rows = [...people, ...FORGOTTEN].map((one, index) => ({
    order: index + 1,
    person: `${name}${String(index + 1).padStart(3, '0')}`,
    session: index < people.length ? sessions[index < half ? 0 : 1] : null,
    specialty: specialties[one.other ? 1 : 0],
    extra: one.longer ? 30_000 : 0,
    ...one,
  }));
  await sql(
    `with given as (
      select * from jsonb_to_recordset(?::jsonb) as one ("order" int, person text, session int, specialty int,
        extra int, status text, excused boolean, mandate text)),
    interns as (
      insert into intern (ine, name, first_name, exam, promotion)
      select person, person, 'Camille', 'EDN', 2024 from given returning id, ine),
    accounts as (
      insert into account (realm, email, name, intern_id, created_at)
      select 'intern', ine || '@stage.example', '', id, '2027-01-01' from interns),
    entries as (
      insert into roster_entry (semester_id, intern_id, person, group_id, specialty_id, phase, validated_semesters,
        supernumerary_semesters, research_year_semesters, research_leave_semesters, national_rank, local_rank,
        local_headcount, seniority, theoretical_promotion, present_headcount, status, extra_turn_ms)
      select ?::int, interns.id, person, ?::int, specialty, 'socle', 1, 0, 0, 0, "order", "order", 100, 1, 2024, 100,
        status, extra
      from given join interns on interns.ine = given.person returning id, person),
    listed as (
      insert into call_list_entry (amphitheatre_id, roster_entry_id, call_order, session_id)
      select ?::int, entries.id, "order", session from given join entries using (person) where session is not null),
    excused as (
      insert into planned_absence (roster_entry_id, reason)
      select entries.id, 'secret' from given join entries using (person) where excused),
    holders as (
      insert into account (realm, email, name, created_at)
      select 'mandatary', person || '@mandat.example', '', '2027-01-01' from given where mandate <> 'none'
      returning id, email)
    insert into mandate (roster_entry_id, email, account_id, accepted_at)
    select entries.id, holders.email, holders.id, case when mandate = 'accepted' then now() end
    from given join entries using (person) join holders on holders.email = person || '@mandat.example'`,
    [JSON.stringify(rows), semester, group, amphitheatre],
  );
  return rows.slice(people.length).map(({ person }) => person as PersonId);
}

const NOBODY_SPECIAL = {
  status: 'classic',
  excused: false,
  mandate: 'none',
  longer: false,
  other: false,
} as const;
const FORGOTTEN = [NOBODY_SPECIAL, NOBODY_SPECIAL];
