/** Reads, under the amphitheatre's lock, everything a session needs from its start to its end (architecture §2.7). */
import type { AmphitheatreId, Ms, SessionId } from '../../machines/ids.ts';
import type { BesideRehearsal } from '../../machines/rehearsal.ts';
import { openBefore } from '../../machines/session/beside.ts';
import type { NumberedSession } from '../../machines/session/beside.ts';
import { DEFAULT_SETTINGS } from '../../machines/session/world.ts';
import type { SessionSettings, World, WorldPost, WorldSeat } from '../../machines/session/world.ts';
import type { Sql } from '../../migrations/open.ts';
import { loadPeople } from './load-people.ts';
import type { Attendance } from './presence.ts';

export interface Beginning {
  readonly amphitheatre: AmphitheatreId;
  readonly number: number;
  readonly rehearsal: boolean;
  /** Of a rehearsal: the session whose people it has; null where that one is no more. */
  readonly rehearses: SessionId | null;
  readonly state: string;
  readonly epoch: number;
  readonly pub: number;
  /** The amphitheatre's sessions and rehearsals, this one among them. */
  readonly beside: BesideRehearsal & { readonly sessions: readonly NumberedSession[] };
  /** Number of an earlier session that is not closed yet; null = none. */
  readonly earlierOpen: number | null;
  readonly settings: Partial<SessionSettings>;
  readonly nextSessionAt: Ms | null;
}

/** Takes the amphitheatre's row lock; null where there is no such session. */
export async function lockBeginning(sql: Sql, session: SessionId): Promise<Beginning | null> {
  await sql(
    `select amphitheatre.id from amphitheatre join session on session.amphitheatre_id = amphitheatre.id
    where session.id = ?::int for update of amphitheatre`,
    [session],
  );
  // A second statement, so that it sees what was committed while the lock was waited for.
  const [row] = await sql<Omit<Beginning, 'nextSessionAt' | 'earlierOpen'> & { next_at: Date | null }>(
    `select session.amphitheatre_id as amphitheatre, session.number, session.rehearsal, session.state, session.epoch,
      session.settings, session.rehearses_id as rehearses,
      case when session.rehearsal then session.pub else amphitheatre.pub end as pub,
      (select json_build_object(
          'sessions', coalesce(json_agg(json_build_object('number', number, 'state', state))
            filter (where not rehearsal), '[]'),
          'rehearsals', coalesce(json_agg(json_build_object('number', number, 'state', state))
            filter (where rehearsal), '[]'))
        from session other where other.amphitheatre_id = session.amphitheatre_id) as beside,
      (select min(later.starts_at) from session later where later.amphitheatre_id = session.amphitheatre_id
        and later.rehearsal = session.rehearsal and later.number > session.number) as next_at
    from session join amphitheatre on amphitheatre.id = session.amphitheatre_id where session.id = ?::int`,
    [session],
  );
  if (!row) return null;
  const { next_at, ...rest } = row;
  const { sessions, rehearsals } = rest.beside;
  const earlierOpen = openBefore(rest.rehearsal ? rehearsals : sessions, rest.number);
  return { ...rest, earlierOpen, nextSessionAt: next_at?.getTime() ?? null };
}

export async function loadWorld(
  sql: Sql,
  session: SessionId,
  beginning: Beginning,
  presence: Attendance,
): Promise<World> {
  const { amphitheatre, number, rehearsal } = beginning;
  const slice = beginning.rehearses ?? session;
  return {
    amphitheatre,
    session,
    settings: { ...DEFAULT_SETTINGS, ...beginning.settings },
    nextSessionAt: beginning.nextSessionAt,
    people: await loadPeople(sql, { amphitheatre, slice, number, rehearsal }, presence),
    posts: await loadPosts(sql, amphitheatre),
    seats: rehearsal ? [] : await loadSeats(sql, amphitheatre),
  };
}

async function loadPosts(sql: Sql, amphitheatre: AmphitheatreId): Promise<readonly WorldPost[]> {
  return await sql<WorldPost>(
    `select id, service_id as service, reserved_for_id as "reservedFor", blocked,
      min(id) over (partition by service_id, accreditation, reserved_for_id, earmark) as line
    from post where amphitheatre_id = ?::int order by id`,
    [amphitheatre],
  );
}

async function loadSeats(sql: Sql, amphitheatre: AmphitheatreId): Promise<readonly WorldSeat[]> {
  return await sql<WorldSeat>(
    `select assignment.post_id as post, roster_entry.person, call_list_entry.call_order as "callOrder",
      assignment.status <> 'classic' as supernumerary
    from assignment
    join post on post.id = assignment.post_id
    join roster_entry on roster_entry.id = assignment.roster_entry_id
    join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
    where post.amphitheatre_id = ?::int and assignment.ended_at is null order by assignment.post_id`,
    [amphitheatre],
  );
}
