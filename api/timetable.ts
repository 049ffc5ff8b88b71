/** The hours of a timetable as the pace of the session under way lets them expect: for `GET /amphitheatres`, whoever asks. */
import type { Ms, SessionId } from '../machines/ids.ts';
import type { SessionSettings } from '../machines/session/world.ts';
import type { Sql } from '../migrations/open.ts';
import type { ListedAmphitheatre, ListedSession } from './answers.ts';
import { pacings } from './desk/day-pace.ts';
import type { Pacing } from './desk/day-pace.ts';
import { readDayPeople } from './desk/day-rows.ts';
import type { RecordShelf } from './desk/record-shelf.ts';
import type { Clock } from './kit/clock.ts';

type Planned<Row> = Omit<Row, 'startsAround' | 'endsAround' | 'awaitsStart'>;
export interface PlannedAmphitheatre extends Omit<ListedAmphitheatre, 'sessions'> {
  readonly sessions: readonly Planned<ListedSession>[];
}

/** Only where a session is under way is anything estimated: before it, the plan is all there is. */
export async function withEstimates(
  { sql, clock, records }: { readonly sql: Sql; readonly clock: Clock; readonly records: RecordShelf },
  amphitheatres: readonly PlannedAmphitheatre[],
): Promise<readonly ListedAmphitheatre[]> {
  const now = clock.now();
  const live = amphitheatres.filter(({ sessions }) => sessions.some(isLive));
  const ids = live.flatMap(({ sessions }) => sessions.map(({ id }) => id));
  if (ids.length === 0) return amphitheatres.map(row => listed(row, new Map(), now));
  const [settings, people, recorded] = [
    await settingsOf(sql, ids),
    await readDayPeople(sql, ids),
    await records(ids),
  ];
  return amphitheatres.map(row => {
    if (!live.includes(row)) return listed(row, new Map(), now);
    const sessions = row.sessions.flatMap(session => {
      const record = recorded.get(session.id);
      if (!record) return [];
      const { id, number, state, startsAt } = session;
      return [
        {
          row: { session: id, number, state, startsAt, settings: settings.get(id) ?? {} },
          record,
          people: people.filter(person => person.session === id),
        },
      ];
    });
    return listed(row, pacings(row.id, sessions, now), now);
  });
}

const isLive = ({ state }: Planned<ListedSession>): boolean => state === 'running' || state === 'paused';

function listed(
  row: PlannedAmphitheatre,
  pacing: ReadonlyMap<SessionId, Pacing>,
  now: Ms,
): ListedAmphitheatre {
  const runs = row.sessions.some(({ state }) => state === 'running');
  const around = (session: Planned<ListedSession>): ListedSession => {
    const { estimatedStart = null, estimatedEnd = null } = pacing.get(session.id) ?? {};
    return {
      ...session,
      startsAround: isToBegin(session) ? estimatedStart : null,
      endsAround: isLive(session) ? estimatedEnd : null,
      awaitsStart: isToBegin(session) && !runs && session.startsAt !== null && session.startsAt <= now,
    };
  };
  return { ...row, sessions: row.sessions.map(around) };
}

const isToBegin = ({ state }: Planned<ListedSession>): boolean => state === 'open' || state === 'validated';

async function settingsOf(
  sql: Sql,
  sessions: readonly SessionId[],
): Promise<ReadonlyMap<SessionId, Partial<SessionSettings>>> {
  const rows = await sql<{ id: SessionId; settings: Partial<SessionSettings> }>(
    'select id, settings from session where id in (select value::int from jsonb_array_elements_text(?::jsonb))',
    [JSON.stringify(sessions)],
  );
  return new Map(rows.map(({ id, settings }) => [id, settings]));
}
