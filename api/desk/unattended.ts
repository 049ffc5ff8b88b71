/** `GET /api/desk/unattended`: sessions that run or are paused with no moderator in their room (domain §2). */
import { amphitheatreTitle } from '../../machines/amphitheatre-title.ts';
import type { Phase } from '../../machines/directory.ts';
import type { Sql } from '../../migrations/open.ts';
import type { UnattendedSession } from '../desk-answers.ts';
import { SEEN_WITHIN } from './connected.ts';

type Row = Omit<UnattendedSession, 'title'> & { readonly group: string; readonly phase: Phase };

/** No rehearsal: nobody is called in one. */
export async function readUnattended(sql: Sql): Promise<readonly UnattendedSession[]> {
  const rows = await sql<Row>(
    `select session.id as session, session.amphitheatre_id as amphitheatre, session.number,
      specialty_group.name as "group", amphitheatre.phase
    from session
    join amphitheatre on amphitheatre.id = session.amphitheatre_id
    join specialty_group on specialty_group.id = amphitheatre.group_id
    where session.state in ('running', 'paused') and not session.rehearsal and not exists (
      select from room_moderator where room_moderator.amphitheatre_id = session.amphitheatre_id and room_moderator.rehearsal = 0
        and room_moderator.seen_at > now() - ${SEEN_WITHIN})
    order by specialty_group.name collate "fr-x-icu", amphitheatre.phase, session.number`,
  );
  return rows.map(({ session, amphitheatre, number, group, phase }) => ({
    session,
    amphitheatre,
    number,
    title: amphitheatreTitle(group, phase),
  }));
}
