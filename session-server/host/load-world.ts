/** Reads, under the amphitheatre's lock, everything a session needs from its start to its end (architecture §2.7). */
import type { AmphitheatreId, Ms, PersonId, SessionId, SpecialtyId } from '../../machines/ids.ts';
import { seal } from '../../machines/sealed.ts';
import type { CarriedPerson, Fact } from '../../machines/session/facts.ts';
import { DEFAULT_SETTINGS } from '../../machines/session/world.ts';
import type {
  CarriedOver,
  ChoiceStatus,
  SessionSettings,
  World,
  WorldPerson,
  WorldPost,
  WorldSeat,
} from '../../machines/session/world.ts';
import type { Sql } from '../../migrations/open.ts';
import type { Presence } from './presence.ts';

export interface Beginning {
  readonly amphitheatre: AmphitheatreId;
  readonly number: number;
  readonly rehearsal: boolean;
  readonly state: string;
  readonly epoch: number;
  readonly pub: number;
  /** Number of an earlier session that is not closed yet; null = none. */
  readonly earlierOpen: number | null;
  readonly settings: Partial<SessionSettings>;
  readonly nextSessionAt: Ms | null;
}

/** Takes the amphitheatre's row lock; null where there is no such session. */
export async function lockBeginning(sql: Sql, session: SessionId): Promise<Beginning | null> {
  await sql(
    `select amphitheatre.id from amphitheatre join session on session.amphitheatre_id = amphitheatre.id
    where session.id = ?::int for update of amphitheatre`,
    [session],
  );
  // A second statement, so that it sees what was committed while the lock was waited for.
  const [row] = await sql<
    Omit<Beginning, 'nextSessionAt'> & { next_at: Date | null; earlier_open: number | null }
  >(
    `select session.amphitheatre_id as amphitheatre, session.number, session.rehearsal, session.state, session.epoch,
      session.settings, amphitheatre.pub,
      (select min(earlier.number) from session earlier where earlier.amphitheatre_id = session.amphitheatre_id
        and earlier.rehearsal = session.rehearsal and earlier.number < session.number
        and earlier.state <> 'closed') as earlier_open,
      (select min(later.starts_at) from session later where later.amphitheatre_id = session.amphitheatre_id
        and later.rehearsal = session.rehearsal and later.number > session.number) as next_at
    from session join amphitheatre on amphitheatre.id = session.amphitheatre_id where session.id = ?::int`,
    [session],
  );
  if (!row) return null;
  const { next_at, earlier_open, ...rest } = row;
  return { ...rest, earlierOpen: earlier_open, nextSessionAt: next_at?.getTime() ?? null };
}

export async function loadWorld(
  sql: Sql,
  session: SessionId,
  beginning: Beginning,
  presence: Presence,
): Promise<World> {
  const { amphitheatre } = beginning;
  const carried = beginning.rehearsal ? [] : await carriedInto(sql, amphitheatre, beginning.number);
  return {
    amphitheatre,
    session,
    settings: { ...DEFAULT_SETTINGS, ...beginning.settings },
    nextSessionAt: beginning.nextSessionAt,
    people: await loadPeople(sql, session, carried, beginning.rehearsal, presence),
    posts: await loadPosts(sql, amphitheatre),
    seats: beginning.rehearsal ? [] : await loadSeats(sql, amphitheatre),
  };
}

/** Those whom the session before handed over; its `closed` fact already holds those handed over to it. */
async function carriedInto(
  sql: Sql,
  amphitheatre: AmphitheatreId,
  number: number,
): Promise<readonly CarriedPerson[]> {
  const [row] = await sql<{ fact: Extract<Fact, { kind: 'closed' }> }>(
    `select fact from session
    join journal on journal.session_id = session.id
    cross join jsonb_array_elements(journal.facts) fact
    where session.amphitheatre_id = ?::int and session.number < ?::int and not session.rehearsal
      and fact ->> 'kind' = 'closed'
    order by session.number desc, journal.seq desc limit 1`,
    [amphitheatre, number],
  );
  return row?.fact.carried ?? [];
}

async function loadPeople(
  sql: Sql,
  session: SessionId,
  carried: readonly CarriedPerson[],
  rehearsal: boolean,
  presence: Presence,
): Promise<readonly WorldPerson[]> {
  const rows = await sql<PersonRow>(
    `select roster_entry.person as id, call_list_entry.call_order, roster_entry.specialty_id as specialty,
      roster_entry.status, roster_entry.extra_turn_ms, planned_absence.reason,
      exists (select from mandate where mandate.roster_entry_id = roster_entry.id
        and mandate.accepted_at is not null and mandate.ended_at is null) as mandate
    from call_list_entry
    join roster_entry on roster_entry.id = call_list_entry.roster_entry_id
    left join planned_absence on planned_absence.roster_entry_id = roster_entry.id and planned_absence.lifted_at is null
    where (call_list_entry.session_id = ?::int or roster_entry.person in (select jsonb_array_elements_text(?::jsonb)))
      and (?::boolean or not exists (select from assignment
        where assignment.roster_entry_id = roster_entry.id and assignment.ended_at is null))
    order by call_list_entry.call_order`,
    [session, JSON.stringify(carried.map(({ person }) => person)), rehearsal],
  );
  const handed = new Map(carried.map(person => [person.person, person]));
  return rows.map(row => ({
    id: row.id,
    callOrder: row.call_order,
    specialty: row.specialty,
    status: row.status,
    mandate: row.mandate,
    plannedAbsence: row.reason === null ? null : seal(row.reason),
    extraTurnMs: row.extra_turn_ms,
    carried: carriedOver(handed.get(row.id), row.reason !== null),
    connected: presence.isPresent(row.id, row.mandate ? 'mandatary' : 'intern'),
  }));
}

/**
 * As they were handed over; a planned absence set since stands beside it. One lifted since is known to the tables
 * only: late where the place was reached, and then absent by a moderator; else back to that place (domain §3).
 */
function carriedOver(person: CarriedPerson | undefined, excused: boolean): CarriedOver | null {
  if (!person) return null;
  const { state, cause, returns, owedReturn } = person;
  if (state === 'absent') return { state, cause: cause ?? 'byModerator', returns, owedReturn };
  if (state === 'excused' && excused) return { state, returns, owedReturn };
  if (state === 'excused' && owedReturn)
    return { state: 'absent', cause: 'byModerator', returns, owedReturn };
  return { state: 'waiting', returns };
}

async function loadPosts(sql: Sql, amphitheatre: AmphitheatreId): Promise<readonly WorldPost[]> {
  return await sql<WorldPost>(
    `select id, service_id as service, reserved_for_id as "reservedFor", blocked,
      min(id) over (partition by service_id, accreditation, reserved_for_id, earmark) as line
    from post where amphitheatre_id = ?::int order by id`,
    [amphitheatre],
  );
}

async function loadSeats(sql: Sql, amphitheatre: AmphitheatreId): Promise<readonly WorldSeat[]> {
  return await sql<WorldSeat>(
    `select assignment.post_id as post, roster_entry.person, call_list_entry.call_order as "callOrder",
      assignment.status <> 'classic' as supernumerary
    from assignment
    join post on post.id = assignment.post_id
    join roster_entry on roster_entry.id = assignment.roster_entry_id
    join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
    where post.amphitheatre_id = ?::int and assignment.ended_at is null order by assignment.post_id`,
    [amphitheatre],
  );
}

interface PersonRow {
  readonly id: PersonId;
  readonly call_order: number;
  readonly specialty: SpecialtyId;
  readonly status: ChoiceStatus;
  readonly extra_turn_ms: number;
  readonly reason: string | null;
  readonly mandate: boolean;
}
