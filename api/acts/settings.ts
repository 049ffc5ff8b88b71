/** Settings of an amphitheatre's sessions (domain §2): each keeps its own from its start on, those still to start share them. */
import { isDeepStrictEqual } from 'node:util';
import type { AmphitheatreId, SessionId } from '../../machines/ids.ts';
import type { Refusal } from '../../machines/refusal.ts';
import type { SessionStateName } from '../../machines/session/state.ts';
import { DEFAULT_SETTINGS } from '../../machines/session/world.ts';
import type { SessionSettings } from '../../machines/session/world.ts';
import type { Database, Sql } from '../../migrations/open.ts';
import type { AmphitheatreSettings } from '../desk-answers.ts';
import type { SettingsBody, SettingsChange } from '../desk-bodies.ts';
import { actBefore } from '../desk-acts.ts';
import { lockAmphitheatre, STARTED } from './lock.ts';
import { DONE, refused } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { recordAct } from './record.ts';

/** Of the sessions still to start; of the last one where all have begun. @returns null where there is no such amphitheatre. */
export async function readSettings(sql: Sql, id: number): Promise<AmphitheatreSettings | null> {
  const [amphitheatre] = await sql<{ scheduledStart: boolean }>(
    'select scheduled_start as "scheduledStart" from amphitheatre where id = ?::int',
    [id],
  );
  if (amphitheatre === undefined) return null;
  const sessions = await sql<SessionRow>(
    `select id as session, number, state, settings from session
    where amphitheatre_id = ?::int and not rehearsal order by number`,
    [id],
  );
  const from = sessions.find(({ state }) => !STARTED.includes(state)) ?? sessions.at(-1);
  return {
    ...inSeconds({ ...DEFAULT_SETTINGS, ...from?.settings }),
    ...amphitheatre,
    sessions: sessions.map(({ settings: _settings, ...session }) => ({
      ...session,
      started: STARTED.includes(session.state),
    })),
  };
}

/** For every session still to start; refused once none is, and `STALE` where they, or the sessions, are others than those seen. */
export function writeSettings(
  database: Database,
  id: number,
  { on, ...settings }: SettingsChange,
  account: number,
): Promise<Outcome> {
  return database.transaction<Outcome>(async sql => {
    const amphitheatre = await lockAmphitheatre(sql, id);
    if (amphitheatre === null) return { kind: 'unknown' };
    if (amphitheatre.sessions.length === 0) return refused({ code: 'NOT_READY', missing: ['cut'] });
    if (amphitheatre.sessions.every(({ state }) => STARTED.includes(state)))
      return refused({ code: 'ALREADY_STARTED' });
    const refusal = otherThan(on, await readSettings(sql, id));
    if (refusal?.now === 'otherSettings')
      return refused(refusal, await actBefore(sql, amphitheatre.id, { act: 'settings', detail: {} }));
    if (refusal !== null) return refused(refusal);
    await write(sql, amphitheatre.id, settings);
    await recordAct(sql, { amphitheatre: amphitheatre.id, act: 'settings', account, detail: settings });
    return DONE;
  });
}

/** Null: nobody changed them, and no session of theirs has begun, since they were seen. */
function otherThan(
  { sessions: seen, ...settings }: SettingsChange['on'],
  now: AmphitheatreSettings | null,
): Extract<Refusal, { code: 'STALE' }> | null {
  const { sessions = [], ...values } = now ?? {};
  if (!isDeepStrictEqual(values, settings)) return { code: 'STALE', now: 'otherSettings' };
  const toStart = sessions.flatMap(({ session, started }) => (started ? [] : [session]));
  return isDeepStrictEqual(toStart, seen) ? null : { code: 'STALE', now: 'otherSessions' };
}

async function write(
  sql: Sql,
  id: AmphitheatreId,
  { scheduledStart, ...settings }: SettingsBody,
): Promise<void> {
  await sql('update amphitheatre set scheduled_start = ?::boolean where id = ?::int', [scheduledStart, id]);
  await sql(
    `update session set settings = settings || ?::jsonb
    where amphitheatre_id = ?::int and not rehearsal and state in ('draft', 'validated', 'open')`,
    [JSON.stringify(inMs(settings)), id],
  );
}

const SECOND_MS = 1_000;

const inSeconds = (settings: SessionSettings): Omit<SettingsBody, 'scheduledStart'> => ({
  turnSeconds: settings.turnMs / SECOND_MS,
  windowSeconds: settings.windowMs / SECOND_MS,
  absenteesGraceSeconds: settings.absenteesGraceMs / SECOND_MS,
  returnsAllowed: settings.returnsAllowed,
  pauseAfterAbsences: settings.pauseAfterAbsences,
  supernumeraryCap: settings.supernumeraryCap,
});

const inMs = (settings: Omit<SettingsBody, 'scheduledStart'>): Partial<SessionSettings> => ({
  turnMs: settings.turnSeconds * SECOND_MS,
  windowMs: settings.windowSeconds * SECOND_MS,
  absenteesGraceMs: settings.absenteesGraceSeconds * SECOND_MS,
  returnsAllowed: settings.returnsAllowed,
  pauseAfterAbsences: settings.pauseAfterAbsences,
  supernumeraryCap: settings.supernumeraryCap,
});

interface SessionRow {
  readonly session: SessionId;
  readonly number: number;
  readonly state: SessionStateName;
  readonly settings: Partial<SessionSettings>;
}
