/** Reads what a person's own page tells of them and of their amphitheatre. */
import type { AccountId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import { sharedReading } from '../http/shared-reading.ts';
import { OWN_ENTRY } from '../sign-in/own-entry.ts';
import { amongOthers, readListed } from './among-others.ts';
import type { Listed } from './among-others.ts';
import type { ListedRow, MyRow } from './my-row.ts';

/** Before it is known who else is listed. */
interface OwnRow extends Omit<MyRow, 'listed'> {
  readonly listed:
    | (Omit<ListedRow, 'people' | 'inSession' | 'ahead' | 'before' | 'sessions'> & {
        readonly sessions: readonly Omit<ListedRow['sessions'][number], 'size'>[];
      })
    | null;
}

export type ReadMine = (account: AccountId) => Promise<MyRow | null>;

/**
 * By the account: an intern's own entry of the current semester, a holder's by the accepted mandate.
 * @returns one reader for all the routes of a process: a thousand that open this page at once share the order's reading.
 */
export function mineReader(sql: Sql): ReadMine {
  const shared = sharedReading<readonly Listed[]>();
  return async account => {
    const [row] = await sql<OwnRow>(MINE, [account]);
    if (row === undefined) return null;
    const { listed } = row;
    if (listed === null) return { ...row, listed };
    const everybody = await shared(String(listed.amphitheatre), () => readListed(sql, listed.amphitheatre));
    return { ...row, listed: { ...listed, ...amongOthers(row, listed, everybody) } };
  };
}

const EPOCH_MS = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;

const MINE = `with own as (
    select roster_entry.*, semester.code from account
    join roster_entry on roster_entry.id = ${OWN_ENTRY}
    join semester on semester.id = roster_entry.semester_id
    where account.id = ?::int
  ), listed as (
    select call_list_entry.amphitheatre_id as amphitheatre, specialty_group.name as "group",
      json_build_object('offer', offer_published_at is not null, 'timetable', timetable_published_at is not null,
        'callList', call_list_published_at is not null) as published,
      ${EPOCH_MS('amphitheatre.first_at')} as "firstAt", amphitheatre.pub,
      call_list_entry.call_order as "callOrder", call_list_entry.session_id as session, call_list_entry.outcome, (
        select coalesce(json_agg(json_build_object('id', session.id, 'number', session.number, 'state', session.state,
            'startsAt', ${EPOCH_MS('session.starts_at')}, 'turnMs', (session.settings ->> 'turnMs')::int)
          order by session.number), '[]')
        from session where session.amphitheatre_id = amphitheatre.id and not session.rehearsal) as sessions
    from own
    join call_list_entry on call_list_entry.roster_entry_id = own.id
    join amphitheatre on amphitheatre.id = call_list_entry.amphitheatre_id
    join specialty_group on specialty_group.id = amphitheatre.group_id
  )
  select own.code as semester, own.person, intern.name, intern.first_name as "firstName",
    specialty_group.name as "group", own.phase, specialty.name as specialty, own.status,
    own.extra_turn_ms as "extraTurnMs", planned_absence.reason, own.order_checked as "orderChecked",
    case when mandate.id is not null then json_build_object('email', mandate.email,
      'askedAt', ${EPOCH_MS('mandate.asked_at')}, 'acceptedAt', ${EPOCH_MS('mandate.accepted_at')}) end as mandate,
    json_build_object('promotion', intern.promotion, 'validated', own.validated_semesters,
      'supernumerary', own.supernumerary_semesters, 'researchYear', own.research_year_semesters,
      'researchLeave', own.research_leave_semesters, 'localRank', own.local_rank,
      'localHeadcount', own.local_headcount, 'presentHeadcount', own.present_headcount,
      'theoreticalPromotion', own.theoretical_promotion) as rank,
    (select outcome from listed) as outcome,
    (select to_json(listed) from listed) as listed,
    case when assignment.id is not null then json_build_object('at', ${EPOCH_MS('assignment.at')},
      'seq', assignment.seq, 'post', post.number, 'service', service.name,
      'establishment', establishment.name, 'city', establishment.city) end as choice
  from own
  join intern on intern.id = own.intern_id
  join specialty on specialty.id = own.specialty_id
  join specialty_group on specialty_group.id = own.group_id
  left join planned_absence on planned_absence.roster_entry_id = own.id and planned_absence.lifted_at is null
  left join mandate on mandate.roster_entry_id = own.id and mandate.ended_at is null
  left join assignment on assignment.roster_entry_id = own.id and assignment.ended_at is null
  left join post on post.id = assignment.post_id
  left join service on service.id = post.service_id
  left join establishment on establishment.id = service.establishment_id`;

/** Kept with the roster entry: once per person, on every device, and asked again with another semester's. */
export async function writeOrderChecked(sql: Sql, account: AccountId, callOrder: number): Promise<void> {
  await sql(
    `update roster_entry set order_checked = ?::float8
    from account, semester
    where account.id = ?::int and account.realm = 'intern' and roster_entry.intern_id = account.intern_id
      and semester.id = roster_entry.semester_id and semester.current`,
    [callOrder, account],
  );
}
