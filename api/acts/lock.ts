/** The amphitheatre under its row lock (architecture §2.6): every act, and every `start` and `close`, waits here. */
import type { AmphitheatreId, Ms, SessionId } from '../../machines/ids.ts';
import type { Missing } from '../../machines/refusal.ts';
import type { SessionStateName } from '../../machines/session/state.ts';
import type { Sql } from '../../migrations/open.ts';

export interface LockedAmphitheatre {
  readonly id: AmphitheatreId;
  readonly perSession: number | null;
  readonly firstAt: Ms | null;
  readonly offerPublished: boolean;
  readonly callListPublished: boolean;
  readonly timetablePublished: boolean;
  readonly people: number;
  /** People of the call list who are in no session yet. */
  readonly unplaced: number;
  readonly posts: number;
  readonly sessions: readonly LockedSession[];
  readonly rehearsals: readonly LockedRehearsal[];
}

export interface LockedSession {
  readonly id: SessionId;
  readonly number: number;
  readonly state: SessionStateName;
  readonly startsAt: Ms | null;
}

export type LockedRehearsal = Pick<LockedSession, 'id' | 'number' | 'state'>;

/** Until the caller's transaction ends no other act, and no `start` or `close`, falls between. */
export async function holdAmphitheatre(sql: Sql, id: number): Promise<void> {
  await sql('select 1 from amphitheatre where id = ?::int for update', [id]);
}

/** Two statements: what the second reads is of after the wait, not of before it. */
export async function lockAmphitheatre(sql: Sql, id: number): Promise<LockedAmphitheatre | null> {
  await holdAmphitheatre(sql, id);
  return await readAmphitheatre(sql, id);
}

/** The same without the lock, for who only looks. */
export async function readAmphitheatre(sql: Sql, id: number): Promise<LockedAmphitheatre | null> {
  const [row] = await sql<LockedAmphitheatre>(
    `select id, per_session as "perSession", (extract(epoch from first_at) * 1000)::float8 as "firstAt",
      offer_published_at is not null as "offerPublished",
      call_list_published_at is not null as "callListPublished",
      timetable_published_at is not null as "timetablePublished",
      (select count(*)::int from call_list_entry where amphitheatre_id = amphitheatre.id) as people,
      (select count(*)::int from call_list_entry where amphitheatre_id = amphitheatre.id and session_id is null) as unplaced,
      (select count(*)::int from post where amphitheatre_id = amphitheatre.id and not blocked) as posts,
      coalesce((select json_agg(json_build_object('id', session.id, 'number', number, 'state', state,
          'startsAt', extract(epoch from starts_at) * 1000) order by number)
        from session where amphitheatre_id = amphitheatre.id and not rehearsal), '[]') as sessions,
      coalesce((select json_agg(json_build_object('id', session.id, 'number', number, 'state', state) order by number)
        from session where amphitheatre_id = amphitheatre.id and rehearsal), '[]') as rehearsals
    from amphitheatre where id = ?::int`,
    [id],
  );
  return row ?? null;
}

/** What `validate` asks for and is not there, in the order to mend it. */
export function missingIn(amphitheatre: LockedAmphitheatre): readonly Missing[] {
  const wanted: readonly (readonly [Missing, boolean])[] = [
    ['callList', amphitheatre.people > 0],
    ['callListPublished', amphitheatre.callListPublished],
    ['offer', amphitheatre.posts > 0],
    ['offerPublished', amphitheatre.offerPublished],
    ['cut', amphitheatre.sessions.length > 0 && amphitheatre.unplaced === 0],
    [
      'startTime',
      amphitheatre.sessions.length > 0 && amphitheatre.sessions.every(({ startsAt }) => startsAt !== null),
    ],
  ];
  return wanted.filter(([, there]) => !there).map(([missing]) => missing);
}

export const STARTED: readonly SessionStateName[] = ['running', 'paused', 'closed'];

export const anyStarted = ({ sessions }: LockedAmphitheatre): boolean =>
  sessions.some(({ state }) => STARTED.includes(state));
