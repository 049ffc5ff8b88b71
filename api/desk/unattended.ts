/**
 * `GET /api/desk/unattended`: sessions that run or are paused with no moderator in their room, and those whose own start
 * waits for one (domain §2).
 */
import { amphitheatreTitle } from '../../machines/amphitheatre-title.ts';
import type { Phase } from '../../machines/directory.ts';
import type { Ms } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import type { UnattendedSession } from '../desk-answers.ts';
import { SEEN_WITHIN } from './connected.ts';

type Row = Omit<UnattendedSession, 'title'> & { readonly group: string; readonly phase: Phase };

/** No rehearsal: nobody is called in one. */
export async function readUnattended(sql: Sql, now: Ms): Promise<readonly UnattendedSession[]> {
  const rows = await sql<Row>(
    `select session.id as session, session.amphitheatre_id as amphitheatre, session.number,
      specialty_group.name as "group", amphitheatre.phase,
      case when session.state = 'open' then 'waits' else 'live' end as why,
      (extract(epoch from session.starts_at) * 1000)::float8 as "startsAt"
    from session
    join amphitheatre on amphitheatre.id = session.amphitheatre_id
    join specialty_group on specialty_group.id = amphitheatre.group_id
    where not session.rehearsal and (session.state in ('running', 'paused') or (
        session.state = 'open' and amphitheatre.scheduled_start and session.starts_at <= to_timestamp(?::float8 / 1000)
        and not exists (select from session earlier where earlier.amphitheatre_id = session.amphitheatre_id
          and not earlier.rehearsal and earlier.number < session.number and earlier.state <> 'closed')))
      and not exists (select from room_moderator where room_moderator.amphitheatre_id = session.amphitheatre_id and room_moderator.rehearsal = 0
        and room_moderator.seen_at > now() - ${SEEN_WITHIN})
    order by specialty_group.name collate "fr-x-icu", amphitheatre.phase, session.number`,
    [now],
  );
  return rows.map(({ group, phase, ...row }) => ({
    ...row,
    title: amphitheatreTitle(group, phase),
  }));
}
