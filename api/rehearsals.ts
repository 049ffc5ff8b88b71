/** The statements that read rehearsals: for moderators those of the semester, for a person the one that waits for them. */
import type { PersonId } from '../machines/ids.ts';
import type { Sql } from '../migrations/open.ts';
import type { Rehearsal } from './rehearsal-answers.ts';

const COLUMNS = `rehearsal.id, rehearsal.amphitheatre_id as amphitheatre, rehearsal.number, rehearsal.state,
  rehearsed.number as session`;
const REHEARSALS = `session rehearsal left join session rehearsed on rehearsed.id = rehearsal.rehearses_id`;

/** Of the current semester, the last one of each amphitheatre first. */
export async function readRehearsals(sql: Sql): Promise<readonly Rehearsal[]> {
  return await sql<Rehearsal>(
    `select ${COLUMNS} from ${REHEARSALS}
    join amphitheatre on amphitheatre.id = rehearsal.amphitheatre_id
    join semester on semester.id = amphitheatre.semester_id and semester.current
    where rehearsal.rehearsal order by rehearsal.amphitheatre_id, rehearsal.number desc`,
  );
}

/** Of the person's own session, open or running; none once a real session of the amphitheatre has started. */
export async function readRehearsalOf(sql: Sql, person: PersonId): Promise<Rehearsal | null> {
  const [row] = await sql<Rehearsal>(
    `select ${COLUMNS} from ${REHEARSALS}
    join call_list_entry on call_list_entry.session_id = rehearsal.rehearses_id
    join roster_entry on roster_entry.id = call_list_entry.roster_entry_id
    where rehearsal.rehearsal and rehearsal.state in ('open', 'running', 'paused') and roster_entry.person = ?
      and not exists (select from session begun where begun.amphitheatre_id = rehearsal.amphitheatre_id
        and not begun.rehearsal and begun.state in ('running', 'paused', 'closed'))
    order by rehearsal.number desc limit 1`,
    [person],
  );
  return row ?? null;
}
