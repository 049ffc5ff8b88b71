/** The statements behind the day board: the page asks each five seconds, so each reads a day's sessions and no more. */
import type { Phase } from '../../machines/directory.ts';
import type { AmphitheatreId, Ms, PersonId, SessionId } from '../../machines/ids.ts';
import type { SessionStateName } from '../../machines/session/state.ts';
import type { SessionSettings } from '../../machines/session/world.ts';
import type { Sql } from '../../migrations/open.ts';
import { CHOOSER_CONNECTED_SINCE, SEEN_WITHIN } from './connected.ts';

export interface DayRow {
  readonly session: SessionId;
  readonly amphitheatre: AmphitheatreId;
  readonly group: string;
  readonly phase: Phase;
  readonly number: number;
  readonly of: number;
  readonly startsAt: Ms | null;
  readonly scheduledStart: boolean;
  readonly state: SessionStateName;
  readonly settings: Partial<SessionSettings>;
  readonly afterAnother: boolean;
  /** Of the next session, where it is still to start. */
  readonly nextStartsAt: Ms | null;
  /** Without a post and not settled, once the amphitheatre's last session is closed: told with that one. */
  readonly toSettle: number;
}

/** Those whose hour lies on that day in Paris, and those that are live now where it is `today`. */
export const readDayRows = (sql: Sql, date: string, today: boolean): Promise<readonly DayRow[]> =>
  sql<DayRow>(
    `with every as (
      select session.*, count(*) over whole::int as of, max(number) over whole as last,
        bool_and(state = 'closed') over whole as over,
        coalesce(bool_or(state <> 'closed') over earlier, false) as after_another,
        lead(starts_at) over in_order as next_at, lead(state) over in_order as next_state
      from session where not rehearsal and amphitheatre_id in (
        select amphitheatre_id from session
        where (starts_at at time zone 'Europe/Paris')::date = ?::date or (?::boolean and state in ('running', 'paused')))
      window whole as (partition by amphitheatre_id),
        in_order as (partition by amphitheatre_id order by number),
        earlier as (partition by amphitheatre_id order by number rows between unbounded preceding and 1 preceding)
    )
    select every.id as session, every.amphitheatre_id as amphitheatre, specialty_group.name as "group",
      amphitheatre.phase, every.number, every.of, (extract(epoch from every.starts_at) * 1000)::float8 as "startsAt",
      amphitheatre.scheduled_start as "scheduledStart", every.state, every.settings,
      every.after_another as "afterAnother",
      case when every.next_state in ('draft', 'validated', 'open')
        then (extract(epoch from every.next_at) * 1000)::float8 end as "nextStartsAt",
      case when every.over and every.number = every.last then (
        select count(*)::int from call_list_entry
        where call_list_entry.amphitheatre_id = every.amphitheatre_id
          and call_list_entry.outcome is distinct from 'withoutPost' and not exists (select from assignment
            where assignment.roster_entry_id = call_list_entry.roster_entry_id and assignment.ended_at is null))
        else 0 end as "toSettle"
    from every
    join amphitheatre on amphitheatre.id = every.amphitheatre_id
    join specialty_group on specialty_group.id = amphitheatre.group_id
    where (every.starts_at at time zone 'Europe/Paris')::date = ?::date
      or (?::boolean and every.state in ('running', 'paused'))
    order by every.starts_at, specialty_group.name collate "fr-x-icu", amphitheatre.phase, every.number`,
    [date, today, date, today],
  );

export interface DayPerson {
  readonly person: PersonId;
  readonly session: SessionId;
  readonly excused: boolean;
  /** The chooser, at whatever gateway. */
  readonly connected: boolean;
}

/** In call order: of sessions still to start; of the others the journal tells. */
export const readDayPeople = (sql: Sql, sessions: readonly SessionId[]): Promise<readonly DayPerson[]> =>
  sql<DayPerson>(
    `select roster_entry.person, call_list_entry.session_id as session,
      exists (select from planned_absence
        where planned_absence.roster_entry_id = roster_entry.id and lifted_at is null) as excused,
      ${CHOOSER_CONNECTED_SINCE} is not null as connected
    from call_list_entry join roster_entry on roster_entry.id = call_list_entry.roster_entry_id
    where call_list_entry.session_id in (select value::int from jsonb_array_elements_text(?::jsonb))
    order by call_list_entry.call_order`,
    [JSON.stringify(sessions)],
  );

export interface NamedPerson {
  readonly person: PersonId;
  readonly name: string;
  readonly firstName: string;
  readonly callOrder: number;
}

export const readNames = (sql: Sql, people: readonly PersonId[]): Promise<readonly NamedPerson[]> =>
  sql<NamedPerson>(
    `select roster_entry.person, intern.name, intern.first_name as "firstName",
      call_list_entry.call_order as "callOrder"
    from roster_entry
    join intern on intern.id = roster_entry.intern_id
    join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
    where roster_entry.person in (select jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(people)],
  );

export interface InRoom {
  readonly amphitheatre: AmphitheatreId;
  readonly name: string;
}

export const readModerators = (
  sql: Sql,
  amphitheatres: readonly AmphitheatreId[],
): Promise<readonly InRoom[]> =>
  sql<InRoom>(
    `select distinct room_moderator.amphitheatre_id as amphitheatre, account.name
    from room_moderator join account on account.id = room_moderator.account_id
    where room_moderator.seen_at > now() - ${SEEN_WITHIN} and room_moderator.rehearsal = 0
      and room_moderator.amphitheatre_id in (select value::int from jsonb_array_elements_text(?::jsonb))
    order by account.name`,
    [JSON.stringify(amphitheatres)],
  );
