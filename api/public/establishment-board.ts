/** The observer's board of one establishment: its services live, the latest choices there, the sessions under way. */
import { amphitheatreTitle } from '../../machines/amphitheatre-title.ts';
import type { Phase } from '../../machines/directory.ts';
import type { AmphitheatreId, Ms, ServiceId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import type { BoardChoice, BoardService, BoardSession, EstablishmentBoard } from './answers.ts';

interface Titled {
  readonly group: string;
  readonly phase: Phase;
}

/** Null where nothing published is offered there. @param now says which sessions should have begun. */
export async function readBoard(sql: Sql, finess: string, now: Ms): Promise<EstablishmentBoard | null> {
  const [establishment] = await sql<Pick<EstablishmentBoard, 'finess' | 'name' | 'city' | 'department'>>(
    'select finess, name, city, department from establishment where finess = ?',
    [finess],
  );
  if (establishment === undefined) return null;
  const services = servicesOf(await readSeats(sql, finess));
  if (services.length === 0) return null;
  const [latest, sessions] = [await readLatest(sql, finess), await readSessions(sql, finess, now)];
  return { ...establishment, ...sumOf(services), services, latest, sessions };
}

interface SeatRow extends Titled {
  readonly service: ServiceId;
  readonly name: string;
  readonly head: string;
  readonly amphitheatre: AmphitheatreId;
  readonly offered: number;
  readonly filled: number;
  /** Somebody may still choose there: before the cut, and until the last session is closed. */
  readonly goesOn: boolean;
}

const readSeats = (sql: Sql, finess: string): Promise<readonly SeatRow[]> =>
  sql<SeatRow>(
    `select service.id as service, service.name, service.head, amphitheatre.id as amphitheatre,
      specialty_group.name as "group", amphitheatre.phase, count(*)::int as offered, count(holder.id)::int as filled,
      coalesce((select bool_or(session.state <> 'closed') from session
        where session.amphitheatre_id = amphitheatre.id and not session.rehearsal), true) as "goesOn"
    from establishment
    join service on service.establishment_id = establishment.id
    join post on post.service_id = service.id and not post.blocked
    join amphitheatre on amphitheatre.id = post.amphitheatre_id and amphitheatre.offer_published_at is not null
    join semester on semester.id = amphitheatre.semester_id and semester.current
    join specialty_group on specialty_group.id = amphitheatre.group_id
    left join assignment holder on holder.post_id = post.id and holder.ended_at is null and holder.status = 'classic'
    where establishment.finess = ?
    group by service.id, amphitheatre.id, specialty_group.id
    order by service.name collate "fr-x-icu", service.id, specialty_group.name collate "fr-x-icu", amphitheatre.phase`,
    [finess],
  );

function servicesOf(rows: readonly SeatRow[]): readonly BoardService[] {
  const byService = new Map<ServiceId, SeatRow[]>();
  for (const row of rows) byService.set(row.service, [...(byService.get(row.service) ?? []), row]);
  return [...byService.values()].flatMap(parts => {
    const [first] = parts;
    if (first === undefined) return [];
    const { service, name, head } = first;
    const amphitheatres = parts.map(({ amphitheatre, group, phase, offered, filled, goesOn }) => ({
      amphitheatre,
      title: amphitheatreTitle(group, phase),
      offered,
      filled,
      waiting: goesOn ? offered - filled : 0,
    }));
    return [{ service, name, head, amphitheatres, ...sumOf(amphitheatres) }];
  });
}

type Seats = Pick<BoardService, 'offered' | 'filled' | 'waiting'>;

const sumOf = (parts: readonly Seats[]): Seats => ({
  offered: parts.reduce((sum, { offered }) => sum + offered, 0),
  filled: parts.reduce((sum, { filled }) => sum + filled, 0),
  waiting: parts.reduce((sum, { waiting }) => sum + waiting, 0),
});

/** The service, never the post, of amphitheatres whose call list is published. */
async function readLatest(sql: Sql, finess: string): Promise<readonly BoardChoice[]> {
  const rows = await sql<Omit<BoardChoice, 'amphitheatre'> & Titled>(
    `select roster_entry.person, intern.name, intern.first_name as "firstName", call_list_entry.call_order as "callOrder",
      specialty.name as specialty, specialty_group.name as "group", amphitheatre.phase, service.name as service,
      (extract(epoch from assignment.at) * 1000)::float8 as at
    from establishment
    join service on service.establishment_id = establishment.id
    join post on post.service_id = service.id
    join assignment on assignment.post_id = post.id and assignment.ended_at is null
    join semester on semester.id = assignment.semester_id and semester.current
    join amphitheatre on amphitheatre.id = post.amphitheatre_id and amphitheatre.call_list_published_at is not null
    join specialty_group on specialty_group.id = amphitheatre.group_id
    join roster_entry on roster_entry.id = assignment.roster_entry_id
    join intern on intern.id = roster_entry.intern_id
    join specialty on specialty.id = roster_entry.specialty_id
    join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
    where establishment.finess = ?
    order by assignment.at desc, call_list_entry.call_order desc
    limit 20`,
    [finess],
  );
  return rows.map(({ group, phase, ...row }) => ({ ...row, amphitheatre: amphitheatreTitle(group, phase) }));
}

/** Of each amphitheatre with posts there whose timetable is published: the session under way; where none is, the next. */
async function readSessions(sql: Sql, finess: string, now: Ms): Promise<readonly BoardSession[]> {
  const rows = await sql<Omit<BoardSession, 'title' | 'awaitsStart'> & Titled>(
    `with there as (
      select amphitheatre.id, specialty_group.name as "group", amphitheatre.phase
      from amphitheatre
      join semester on semester.id = amphitheatre.semester_id and semester.current
      join specialty_group on specialty_group.id = amphitheatre.group_id
      where timetable_published_at is not null and offer_published_at is not null and exists (
        select from post join service on service.id = post.service_id
        join establishment on establishment.id = service.establishment_id
        where post.amphitheatre_id = amphitheatre.id and not post.blocked and finess = ?)
    ), present as (
      select distinct on (there.id) there.*, session.id as session, session.number, session.state, session.starts_at,
        (select count(*)::int from session other where other.amphitheatre_id = there.id and not other.rehearsal) as sessions
      from there join session on session.amphitheatre_id = there.id and not session.rehearsal and session.state <> 'closed'
      order by there.id, session.state in ('running', 'paused') desc, session.number
    )
    select present.id as amphitheatre, "group", phase, session, number, sessions as "of", state,
      (extract(epoch from starts_at) * 1000)::float8 as "startsAt",
      count(call_list_entry.id)::int as size, count(assignment.id)::int as chosen
    from present
    left join call_list_entry on call_list_entry.session_id = present.session
    left join assignment on assignment.roster_entry_id = call_list_entry.roster_entry_id and assignment.ended_at is null
    where state in ('running', 'paused') or not exists (select from present live where live.state in ('running', 'paused'))
    group by present.id, "group", phase, session, number, sessions, state, starts_at
    order by starts_at nulls last, "group" collate "fr-x-icu", phase
    limit 12`,
    [finess],
  );
  return rows.map(({ group, phase, ...row }) => ({
    ...row,
    title: amphitheatreTitle(group, phase),
    awaitsStart: isToBegin(row) && row.startsAt !== null && row.startsAt <= now,
  }));
}

const isToBegin = ({ state }: Pick<BoardSession, 'state'>): boolean =>
  state === 'open' || state === 'validated';

/** When time alone changes what is told of the sessions: the next hour that one should begin at. */
export function boardUntil({ sessions }: EstablishmentBoard, now: Ms): Ms | null {
  const hours = sessions.filter(isToBegin).flatMap(({ startsAt }) => startsAt ?? []);
  const next = Math.min(...hours.filter(at => at > now));
  return Number.isFinite(next) ? next : null;
}
