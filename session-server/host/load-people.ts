/**
 * The people of a session at its start (load-world.ts): its own, and those of the amphitheatre's earlier sessions, as
 * they were handed over or with what they chose there, for the live session decides for them too (architecture §2.7).
 */
import type { AmphitheatreId, Ms, PersonId, PostId, SessionId, SpecialtyId } from '../../machines/ids.ts';
import { seal } from '../../machines/sealed.ts';
import { carriedPeople } from '../../machines/session/close.ts';
import type { CarriedPerson } from '../../machines/session/facts.ts';
import type { CarriedOver, ChoiceStatus, WorldPerson } from '../../machines/session/world.ts';
import type { Sql } from '../../migrations/open.ts';
import { restoreSession } from '../journal/restore.ts';
import type { Attendance } from './presence.ts';

export interface PeopleWanted {
  readonly amphitheatre: AmphitheatreId;
  /** Whose slice of the call list; a rehearsal has that of the session it rehearses. */
  readonly slice: SessionId;
  readonly number: number;
  readonly rehearsal: boolean;
}

/** By ascending call order. */
export async function loadPeople(
  sql: Sql,
  wanted: PeopleWanted,
  presence: Attendance,
): Promise<readonly WorldPerson[]> {
  const rows = await peopleRows(sql, wanted);
  const handed = wanted.rehearsal ? NOBODY : await handedOver(sql, wanted);
  return rows.map(row => {
    const carried = wanted.rehearsal ? null : carriedOver(row, handed.get(row.id));
    const settled = carried?.state === 'chosen' || carried?.state === 'passed';
    return {
      id: row.id,
      callOrder: row.call_order,
      specialty: row.specialty,
      status: row.status,
      mandate: row.mandate,
      plannedAbsence: row.reason === null || settled ? null : seal(row.reason),
      extraTurnMs: row.extra_turn_ms,
      carried,
      ...(settled ? { connected: false } : presenceAtStart(presence, row)),
    };
  });
}

const NOBODY: ReadonlyMap<PersonId, CarriedPerson> = new Map();

/** By the session before as it now stands: corrections after its close have their say. It holds those handed to it. */
async function handedOver(
  sql: Sql,
  { amphitheatre, number }: PeopleWanted,
): Promise<ReadonlyMap<PersonId, CarriedPerson>> {
  const [last] = await sql<{ id: SessionId }>(
    `select id from session where amphitheatre_id = ?::int and number < ?::int and not rehearsal and state = 'closed'
    order by number desc limit 1`,
    [amphitheatre, number],
  );
  if (!last) return NOBODY;
  const { snapshot } = await restoreSession(sql, last.id);
  return new Map(carriedPeople(snapshot.context).map(person => [person.person, person]));
}

/**
 * A planned absence set since stands beside what was handed over. One lifted since is known to the tables only: late
 * where the place was reached, and then absent by a moderator; else back to that place (domain §3).
 */
function carriedOver(row: PersonRow, person: CarriedPerson | undefined): CarriedOver | null {
  const { post, at, turn, outcome, own, joined_late } = row;
  if (post !== null && at !== null) return { state: 'chosen', post, at, turn };
  if (outcome !== null) return { state: 'passed' };
  // Added since, their rank passed (domain §2).
  if (!person) return own && !joined_late ? null : ABSENT;
  const { state, cause, returns, owedReturn } = person;
  if (state === 'absent') return { state, cause: cause ?? 'byModerator', returns, owedReturn };
  if (state === 'excused' && row.reason !== null) return { state, returns, owedReturn };
  if (state === 'excused' && owedReturn)
    return { state: 'absent', cause: 'byModerator', returns, owedReturn };
  return { state: 'waiting', returns };
}

const ABSENT: CarriedOver = { state: 'absent', cause: 'byModerator', returns: 0, owedReturn: false };

/** The turn of a choice stands in the row that recorded it: null where it was assigned without one. */
const peopleRows = (sql: Sql, { amphitheatre, slice, number, rehearsal }: PeopleWanted) =>
  sql<PersonRow>(
    `select roster_entry.person as id, call_list_entry.call_order, roster_entry.specialty_id as specialty,
      roster_entry.status, roster_entry.extra_turn_ms, planned_absence.reason, call_list_entry.outcome,
      call_list_entry.joined_late, call_list_entry.session_id = ?::int as own, held.post, held.at, held.turn,
      exists (select from mandate where mandate.roster_entry_id = roster_entry.id
        and mandate.accepted_at is not null and mandate.ended_at is null) as mandate
    from call_list_entry
    join session on session.id = call_list_entry.session_id
    join roster_entry on roster_entry.id = call_list_entry.roster_entry_id
    left join planned_absence on planned_absence.roster_entry_id = roster_entry.id and planned_absence.lifted_at is null
    left join lateral (
      select assignment.post_id as post, round(extract(epoch from assignment.at) * 1000)::bigint as at,
        (select (fact ->> 'turn')::int from journal, jsonb_array_elements(journal.facts) fact
          where journal.session_id = assignment.session_id and journal.seq = assignment.seq
            and fact ->> 'kind' in ('assigned', 'corrected')) as turn
      from assignment where assignment.roster_entry_id = roster_entry.id and assignment.ended_at is null) held on true
    where call_list_entry.amphitheatre_id = ?::int and (call_list_entry.session_id = ?::int
      or not ?::boolean and not session.rehearsal and session.number < ?::int)
    order by call_list_entry.call_order`,
    [slice, amphitheatre, slice, rehearsal, number],
  );

function presenceAtStart(
  presence: Attendance,
  { id, mandate }: Pick<PersonRow, 'id' | 'mandate'>,
): Pick<WorldPerson, 'connected' | 'where'> {
  const realm = mandate ? 'mandatary' : 'intern';
  if (!presence.isPresent(id, realm)) return { connected: false };
  const seen = presence.lastSeen(id, realm);
  return { connected: true, ...(seen ? { where: seen.where } : {}) };
}

interface PersonRow {
  readonly id: PersonId;
  readonly call_order: number;
  readonly specialty: SpecialtyId;
  readonly status: ChoiceStatus;
  readonly extra_turn_ms: number;
  readonly reason: string | null;
  readonly outcome: 'passed' | 'withoutPost' | null;
  readonly joined_late: boolean;
  /** Of the slice itself, not of an earlier session. */
  readonly own: boolean;
  /** What they now hold; null where nothing. */
  readonly post: PostId | null;
  readonly at: Ms | null;
  readonly turn: number | null;
  readonly mandate: boolean;
}
