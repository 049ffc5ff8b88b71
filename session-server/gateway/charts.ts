/**
 * The state chart of a session, for those who look at it (`inspect`): asked of its owner, or read from the record where
 * nobody owns it; sent again as rows come, a few times a second at most.
 */
import { anyStarted, missingIn, readAmphitheatre } from '../../api/acts/lock.ts';
import type { AmphitheatreId, CommandId, Ms, SessionId } from '../../machines/ids.ts';
import { ALONE, mayBegin, openAfter, openBefore, startedAfter } from '../../machines/session/beside.ts';
import type { Around } from '../../machines/session/beside.ts';
import { sessionChart } from '../../machines/session/inspect.ts';
import { initialSnapshot } from '../../machines/session/machine.ts';
import type { SessionStateName } from '../../machines/session/state.ts';
import type { SessionChart } from '../../machines/wire/frames.ts';
import type { Sql } from '../../migrations/open.ts';
import { restoreSession } from '../journal/restore.ts';
import { say } from './connection.ts';
import type { Connection } from './connection.ts';
import type { GatewayParts } from './gateway-parts.ts';

/** Four a second. */
const AT_MOST_EVERY_MS = 250;

export interface Charts {
  /** Tells the chart, and from now on each change of it; one session for one socket at a time. */
  show(connection: Connection, id: CommandId, session: SessionId): Promise<void>;
  forget(connection: Connection): void;
  /** A row of the session, or an act on it. */
  changed(session: SessionId): void;
  close(): void;
}

interface Shown {
  readonly id: CommandId;
  readonly session: SessionId;
  /** When this socket was last answered, and what cancels the answer that waits for its time. */
  readonly answeredAt: Ms;
  readonly cancel: (() => void) | null;
}

export function charts({ bus, database, clock, log }: GatewayParts): Charts {
  const lookers = new Map<Connection, Shown>();
  const saidAt = new Map<SessionId, Ms>();
  const waiting = new Map<SessionId, () => void>(); // what cancels it

  const asked = new Map<SessionId, { readonly at: Ms; readonly chart: Promise<SessionChart | null> }>();

  /** However many look, one question of a session's owner in that time, until something changes. */
  const read = (session: SessionId): Promise<SessionChart | null> => {
    const known = asked.get(session);
    if (known && clock.now() - known.at < AT_MOST_EVERY_MS) return known.chart;
    const chart = readNow(session);
    asked.set(session, { at: clock.now(), chart });
    return chart;
  };
  const readNow = async (session: SessionId): Promise<SessionChart | null> => {
    const views = await bus.view({ kind: 'chart', session }).catch(() => null);
    if (views?.kind === 'chart') return { session, seq: views.seq, ...views.chart };
    return await readRecord(database.sql, session, clock.now());
  };
  const answer = async (connection: Connection, id: CommandId, session: SessionId): Promise<void> => {
    if (!connection.line.isOpen) return; // gone while it was asked who may look
    lookers.set(connection, { id, session, answeredAt: clock.now(), cancel: null });
    const chart = await read(session);
    if (chart) say(connection, { type: 'chart', id, ...chart });
  };
  const sayToAll = async (session: SessionId): Promise<void> => {
    saidAt.set(session, clock.now());
    const chart = await read(session);
    for (const [connection, shown] of lookers)
      if (chart && shown.session === session) say(connection, { type: 'chart', id: shown.id, ...chart });
  };
  const sayNow = (session: SessionId): void => {
    waiting.delete(session);
    sayToAll(session).catch((error: unknown) => log.warn({ err: error, session }, 'chart.notRead'));
  };

  return {
    async show(connection, id, session) {
      const before = lookers.get(connection);
      before?.cancel?.();
      const due = (before?.answeredAt ?? 0) + AT_MOST_EVERY_MS;
      if (due <= clock.now()) return await answer(connection, id, session);
      // Asked in a flood the last question alone is answered, at its time: each costs its owner a walk over every command.
      const later = (): void =>
        void answer(connection, id, session).catch((error: unknown) =>
          log.warn({ err: error, session }, 'chart.notRead'),
        );
      const answeredAt = before?.answeredAt ?? 0;
      lookers.set(connection, { id, session, answeredAt, cancel: clock.at(due, later) });
    },
    forget(connection) {
      lookers.get(connection)?.cancel?.();
      lookers.delete(connection);
    },
    changed(session) {
      asked.delete(session);
      if (waiting.has(session)) return;
      if (![...lookers.values()].some(shown => shown.session === session)) return;
      const due = (saidAt.get(session) ?? 0) + AT_MOST_EVERY_MS;
      if (due <= clock.now()) sayNow(session);
      else
        waiting.set(
          session,
          clock.at(due, () => sayNow(session)),
        );
    },
    close() {
      for (const cancel of waiting.values()) cancel();
      waiting.clear();
      for (const { cancel } of lookers.values()) cancel?.();
      lookers.clear();
    },
  };
}

async function readRecord(sql: Sql, session: SessionId, now: Ms): Promise<SessionChart | null> {
  const [row] = await sql<OnRecord>(
    'select amphitheatre_id as amphitheatre, number, rehearsal, state, seq from session where id = ?::int',
    [session],
  );
  if (!row) return null;
  const around = await readAround(sql, row);
  const { state } = row;
  if (state === 'draft' || state === 'validated' || state === 'open')
    return { session, seq: row.seq, ...sessionChart(initialSnapshot(state), now, around) };
  const { snapshot, seq } = await restoreSession(sql, session);
  return { session, seq, ...sessionChart(snapshot, now, around) };
}

interface OnRecord {
  readonly amphitheatre: AmphitheatreId;
  readonly number: number;
  readonly rehearsal: boolean;
  readonly state: SessionStateName;
  readonly seq: number;
}

/** What the acts themselves would read of its amphitheatre. */
async function readAround(sql: Sql, { amphitheatre, number, rehearsal }: OnRecord): Promise<Around> {
  const whole = await readAmphitheatre(sql, amphitheatre);
  if (whole === null) return ALONE;
  const { sessions, rehearsals } = whole;
  return {
    missing: missingIn(whole),
    anyStarted: anyStarted(whole),
    earlierOpen: openBefore(rehearsal ? rehearsals : sessions, number),
    laterOpen: rehearsal ? null : openAfter(sessions, number), // a rehearsal stands alone
    startedLater: rehearsal ? null : startedAfter(sessions, number),
    start: mayBegin(rehearsal, whole),
  };
}
