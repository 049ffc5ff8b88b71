/** The hours of a timetable as the pace of the session under way lets them expect: for `GET /amphitheatres`, whoever asks. */
import type { SessionId } from '../machines/ids.ts';
import type { SessionSettings } from '../machines/session/world.ts';
import type { Sql } from '../migrations/open.ts';
import type { ListedAmphitheatre, ListedSession } from './answers.ts';
import { pacings } from './desk/day-pace.ts';
import type { Pacing } from './desk/day-pace.ts';
import { readDayPeople } from './desk/day-rows.ts';
import type { RecordShelf } from './desk/record-shelf.ts';
import type { Clock } from './kit/clock.ts';

type Planned<Row> = Omit<Row, 'startsAround' | 'endsAround'>;
export interface PlannedAmphitheatre extends Omit<ListedAmphitheatre, 'sessions'> {
  readonly sessions: readonly Planned<ListedSession>[];
}

/** Only where a session is under way is anything estimated: before it, the plan is all there is. */
export async function withEstimates(
  { sql, clock, records }: { readonly sql: Sql; readonly clock: Clock; readonly records: RecordShelf },
  amphitheatres: readonly PlannedAmphitheatre[],
): Promise<readonly ListedAmphitheatre[]> {
  const live = amphitheatres.filter(({ sessions }) => sessions.some(isLive));
  const ids = live.flatMap(({ sessions }) => sessions.map(({ id }) => id));
  if (ids.length === 0) return amphitheatres.map(row => listed(row, new Map()));
  const [settings, people, recorded] = [
    await settingsOf(sql, ids),
    await readDayPeople(sql, ids),
    await records(ids),
  ];
  return amphitheatres.map(row => {
    if (!live.includes(row)) return listed(row, new Map());
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
    return listed(row, pacings(row.id, sessions, clock.now()));
  });
}

const isLive = ({ state }: Planned<ListedSession>): boolean => state === 'running' || state === 'paused';

function listed(row: PlannedAmphitheatre, pacing: ReadonlyMap<SessionId, Pacing>): ListedAmphitheatre {
  const around = (session: Planned<ListedSession>): ListedSession => {
    const { estimatedStart = null, estimatedEnd = null } = pacing.get(session.id) ?? {};
    return {
      ...session,
      startsAround: session.state === 'open' || session.state === 'validated' ? estimatedStart : null,
      endsAround: isLive(session) ? estimatedEnd : null,
    };
  };
  return { ...row, sessions: row.sessions.map(around) };
}

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
