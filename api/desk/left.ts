/** `GET /api/desk/amphitheatres/:id/left`: who is without a post, at any time; «à affecter» once the last session is closed. */
import type { SessionId } from '../../machines/ids.ts';
import { isToSettle, leftState } from '../../machines/session/left.ts';
import type { LeftInTables } from '../../machines/session/left.ts';
import type { SessionStateName } from '../../machines/session/state.ts';
import type { Sql } from '../../migrations/open.ts';
import type { Left, LeftPerson } from '../desk-answers.ts';
import { lastRecordOf } from './record-shelf.ts';
import type { RecordShelf } from './record-shelf.ts';

export async function readLeft(sql: Sql, records: RecordShelf, amphitheatre: number): Promise<Left> {
  const sessions = await sessionsOf(sql, amphitheatre);
  const rows = await peopleWithoutPost(sql, amphitheatre);
  const recorded = await records(sessions.map(({ id }) => id));
  const latestFirst = sessions.toReversed().map(({ id }) => recorded.get(id));
  const people = rows.map(({ plannedAbsence, outcome, joinedLate, ...person }) => ({
    ...person,
    state: leftState({ plannedAbsence, outcome, joinedLate }, lastRecordOf(person.person, latestFirst)),
  }));
  return {
    settling: sessions.length > 0 && sessions.every(({ state }) => state === 'closed'),
    toSettle: people.filter(({ state }) => isToSettle(state.kind)).length,
    people,
  };
}

interface SessionRow {
  readonly id: SessionId;
  readonly state: SessionStateName;
}

const sessionsOf = (sql: Sql, amphitheatre: number): Promise<readonly SessionRow[]> =>
  sql<SessionRow>(
    'select id, state from session where amphitheatre_id = ?::int and not rehearsal order by number',
    [amphitheatre],
  );

const peopleWithoutPost = (
  sql: Sql,
  amphitheatre: number,
): Promise<readonly (Omit<LeftPerson, 'state'> & LeftInTables)[]> =>
  sql<Omit<LeftPerson, 'state'> & LeftInTables>(
    `select roster_entry.person, intern.name, intern.first_name as "firstName",
      call_list_entry.call_order as "callOrder", specialty.name as specialty, roster_entry.status,
      call_list_entry.session_id as session, session.number as "sessionNumber",
      planned_absence.reason as "plannedAbsence", call_list_entry.outcome,
      call_list_entry.joined_late as "joinedLate"
    from call_list_entry
    join roster_entry on roster_entry.id = call_list_entry.roster_entry_id
    join intern on intern.id = roster_entry.intern_id
    join specialty on specialty.id = roster_entry.specialty_id
    left join session on session.id = call_list_entry.session_id
    left join planned_absence on planned_absence.roster_entry_id = roster_entry.id and planned_absence.lifted_at is null
    where call_list_entry.amphitheatre_id = ?::int and not exists (select from assignment
      where assignment.roster_entry_id = roster_entry.id and assignment.ended_at is null)
    order by call_list_entry.call_order`,
    [amphitheatre],
  );
