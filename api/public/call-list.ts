/** The call list of one amphitheatre for everybody: from its publication on, with the session of each once the timetable is out. */
import { amphitheatreTitle } from '../../machines/amphitheatre-title.ts';
import type { Phase } from '../../machines/directory.ts';
import type { AmphitheatreId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import type { PublicCallList, PublicCallListPerson } from './answers.ts';

/** Null where there is no such amphitheatre this semester, or its call list is not published (domain §2). */
export async function readCallList(sql: Sql, amphitheatre: number): Promise<PublicCallList | null> {
  const [row] = await sql<CallListRow>(CALL_LIST_SQL, [amphitheatre]);
  if (row === undefined) return null;
  const { group, phase, ...list } = row;
  return { ...list, title: amphitheatreTitle(group, phase) };
}

interface CallListRow {
  readonly amphitheatre: AmphitheatreId;
  readonly group: string;
  readonly phase: Phase;
  readonly provisional: boolean;
  readonly people: readonly PublicCallListPerson[];
}

const CALL_LIST_SQL = `
  select amphitheatre.id as amphitheatre, specialty_group.name as "group", amphitheatre.phase,
    not exists (
      select from session where session.amphitheatre_id = amphitheatre.id and not rehearsal
        and state in ('running', 'paused', 'closed')) as provisional,
    coalesce((
      select json_agg(json_build_object('person', roster_entry.person, 'callOrder', call_list_entry.call_order,
        'name', intern.name, 'firstName', intern.first_name, 'specialty', specialty.name,
        'session', case when amphitheatre.timetable_published_at is not null then session.number end)
        order by call_list_entry.call_order)
      from call_list_entry
      join roster_entry on roster_entry.id = call_list_entry.roster_entry_id
      join intern on intern.id = roster_entry.intern_id
      join specialty on specialty.id = roster_entry.specialty_id
      left join session on session.id = call_list_entry.session_id
      where call_list_entry.amphitheatre_id = amphitheatre.id), '[]') as people
  from amphitheatre
  join semester on semester.id = amphitheatre.semester_id and semester.current
  join specialty_group on specialty_group.id = amphitheatre.group_id
  where amphitheatre.id = ?::int and amphitheatre.call_list_published_at is not null`;
