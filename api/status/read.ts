/** The last request of one intern, and those that moderators have to answer. */
import type { Phase } from '../../machines/directory.ts';
import { amphitheatreTitle } from '../../machines/amphitheatre-title.ts';
import type { Sql } from '../../migrations/open.ts';
import type { MyStatus, StatusRequest, StatusRequests, WaitingRequests } from '../status-answers.ts';

const MS = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;

/** For the intern alone: health may stand behind it (domain §8). */
export async function readMyStatus(sql: Sql, account: number): Promise<MyStatus> {
  const [row] = await sql<MyStatus>(
    `select roster_entry.status,
      call_list_entry.id is not null and not exists (select from assignment
        where assignment.roster_entry_id = roster_entry.id and assignment.ended_at is null) as "mayAsk", (
        select json_build_object('status', status, 'askedAt', ${MS('asked_at')}, 'decision', decision,
          'decidedAt', ${MS('decided_at')}, 'reason', case when decision = 'refused' then reason end)
        from status_request where roster_entry_id = roster_entry.id order by id desc limit 1) as request
    from account
    join roster_entry on roster_entry.intern_id = account.intern_id
    join semester on semester.id = roster_entry.semester_id and semester.current
    left join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
    where account.id = ?::int`,
    [account],
  );
  return row ?? { status: null, mayAsk: false, request: null };
}

/** Of the current semester. Whose session is near, and may choose tomorrow, stands before who waits longer. */
export async function readStatusRequests(sql: Sql): Promise<StatusRequests> {
  const [waiting, answered] = await Promise.all([
    sql<Omit<StatusRequest, 'title'> & { readonly group: string; readonly phase: Phase }>(WAITING),
    sql<StatusRequests['answered'][number]>(ANSWERED),
  ]);
  return {
    waiting: waiting.map(({ group, phase, ...request }) => ({
      ...request,
      title: amphitheatreTitle(group, phase),
    })),
    answered,
  };
}

/** Of the current semester: how many wait, and of how many the session is near. */
export async function countStatusRequests(sql: Sql): Promise<WaitingRequests> {
  const [row] = await sql<WaitingRequests>(
    `select count(*)::int as waiting, (count(*) filter (where near))::int as near from (${WAITING}) as request`,
  );
  return row ?? { waiting: 0, near: 0 };
}

const NEAR_DAYS = 7;

const WAITING = `select status_request.id, roster_entry.person, intern.name, intern.first_name as "firstName",
    specialty.name as specialty, call_list_entry.amphitheatre_id as amphitheatre, specialty_group.name as "group",
    amphitheatre.phase, call_list_entry.call_order as "callOrder", roster_entry.status as now, status_request.status,
    ${MS('status_request.asked_at')} as "askedAt",
    case when session.id is not null then json_build_object('number', session.number, 'state', session.state,
      'startsAt', ${MS('session.starts_at')}) end as session,
    near.is as near,
    exists (select from assignment where assignment.roster_entry_id = roster_entry.id and ended_at is null) as chosen
  from status_request
  join roster_entry on roster_entry.id = status_request.roster_entry_id
  join semester on semester.id = roster_entry.semester_id and semester.current
  join intern on intern.id = roster_entry.intern_id
  join specialty on specialty.id = roster_entry.specialty_id
  join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
  join amphitheatre on amphitheatre.id = call_list_entry.amphitheatre_id
  join specialty_group on specialty_group.id = amphitheatre.group_id
  left join session on session.id = call_list_entry.session_id
  cross join lateral (select coalesce(session.state in ('running', 'paused') or session.state <> 'closed'
    and session.starts_at < now() + make_interval(days => ${NEAR_DAYS}), false) as is) near
  where status_request.decided_at is null
  order by near.is desc, status_request.asked_at, status_request.id`;

const ANSWERED = `select status_request.id, roster_entry.person, intern.name, intern.first_name as "firstName",
    status_request.status, ${MS('status_request.asked_at')} as "askedAt", status_request.decision,
    ${MS('status_request.decided_at')} as "decidedAt", coalesce(account.name, '') as "by", status_request.reason
  from status_request
  join roster_entry on roster_entry.id = status_request.roster_entry_id
  join semester on semester.id = roster_entry.semester_id and semester.current
  join intern on intern.id = roster_entry.intern_id
  left join account on account.id = status_request.decided_by
  where status_request.decided_at is not null
  order by status_request.decided_at desc, status_request.id desc limit 50`;
