/** The demonstration's session, as `npm start` names it: the one of the first demo intern. */
import { amphitheatreTitle } from '../machines/amphitheatre-title.ts';
import type { Phase } from '../machines/directory.ts';
import type { Sql } from '../migrations/open.ts';

export interface DemoSession {
  /** Of its amphitheatre. */
  readonly title: string;
  readonly people: number;
  readonly closed: boolean;
}

/** @returns null where nobody of the demonstration is on a call list that is cut. */
export async function readDemoSession(sql: Sql): Promise<DemoSession | null> {
  const [row] = await sql<{ group: string; phase: Phase; people: number; closed: boolean }>(
    `select specialty_group.name as "group", amphitheatre.phase, session.state = 'closed' as closed,
      (select count(*)::int from call_list_entry of_session where of_session.session_id = session.id) as people
    from account
    join roster_entry on roster_entry.intern_id = account.intern_id
    join semester on semester.id = roster_entry.semester_id and semester.current
    join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
    join session on session.id = call_list_entry.session_id
    join amphitheatre on amphitheatre.id = session.amphitheatre_id
    join specialty_group on specialty_group.id = amphitheatre.group_id
    where account.demo and account.realm = 'intern'
    order by account.email limit 1`,
  );
  if (row === undefined) return null;
  const { group, phase, ...session } = row;
  return { ...session, title: amphitheatreTitle(group, phase) };
}
