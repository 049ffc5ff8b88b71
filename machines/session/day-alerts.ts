/**
 * What a moderator must look at among the sessions of a day (picture 13): for `GET /api/desk/day` alone. Pure: it says
 * what is so at `now`, decides nothing and remembers nothing.
 */
import type { Ms } from '../ids.ts';
import type { SessionStateName } from './state.ts';

export type AlertKind =
  /** The called one is not connected: the connection window runs. */
  | 'awaitedOffline'
  /** In a pause for more than 5 minutes; `count` = minutes. */
  | 'longPause'
  /** Automatic absences in a row; `count` of them: a hospital's line may be down. */
  | 'absencesInSeries'
  /** A live session, and no moderator in its room. */
  | 'noModerator'
  /** The called one may choose no post at all. */
  | 'noPostPossible'
  /** Starts by itself, its hour has come, and it waits for a moderator in the room (domain §2). */
  | 'waitsForModerator'
  /** Its hour is over and it has not begun; `count` = minutes. */
  | 'notStarted'
  /** It will end after the next session's hour; `count` = minutes. */
  | 'late'
  /** Soon to begin; `count` of its people not connected yet. */
  | 'notYetOnline'
  /** The last session is closed and `count` people have no post yet: «à affecter». */
  | 'toSettle';

/** `now`: someone is needed at once. `soon`: to be looked at. */
export type AlertSeverity = 'now' | 'soon';

export interface DayAlert {
  readonly kind: AlertKind;
  readonly severity: AlertSeverity;
  /** People, absences or minutes, by its kind; null where there is nothing to count. */
  readonly count: number | null;
}

export interface DaySituation {
  readonly state: SessionStateName;
  /** Since when it is in that state; null before its start. */
  readonly since: Ms | null;
  readonly startsAt: Ms | null;
  readonly scheduledStart: boolean;
  /** An earlier session of the amphitheatre is not closed: this one has to wait (domain §2). */
  readonly afterAnother: boolean;
  readonly calledIsConnected: boolean | null;
  readonly noPost: boolean;
  readonly pausedBySeries: boolean;
  /** Automatic ones, until somebody chooses. */
  readonly absencesInARow: number;
  readonly moderators: number;
  readonly estimatedEnd: Ms | null;
  readonly nextStartsAt: Ms | null;
  readonly people: number;
  /** Null where nobody knows. */
  readonly connected: number | null;
  readonly toSettle: number;
}

const MINUTE_MS = 60_000;
const LONG_PAUSE_MS = 5 * MINUTE_MS;
/** From how long before its hour on the people of a session are expected to be there. */
const EXPECTED_BEFORE_MS = 15 * MINUTE_MS;
/** From two on it may be a series: the setting pauses at three (domain §3). */
const SERIES = 2;

/** Those that need someone at once first. */
export function dayAlerts(situation: DaySituation, now: Ms): readonly DayAlert[] {
  const alerts = [...ofLive(situation, now), ...ofWaiting(situation, now), ...ofClosed(situation)];
  return alerts.sort((a, b) => Number(a.severity === 'soon') - Number(b.severity === 'soon'));
}

function ofLive(situation: DaySituation, now: Ms): readonly DayAlert[] {
  const { state, since, absencesInARow } = situation;
  if (state !== 'running' && state !== 'paused') return [];
  const pausedMs = state === 'paused' && since !== null ? now - since : 0;
  const series = situation.pausedBySeries || absencesInARow >= SERIES;
  const late = minutesPast(situation.nextStartsAt, situation.estimatedEnd);
  return [
    ...(state === 'running' && situation.calledIsConnected === false ? [alert('awaitedOffline', 'now')] : []),
    ...(situation.noPost ? [alert('noPostPossible', 'now')] : []),
    ...(pausedMs > LONG_PAUSE_MS ? [alert('longPause', 'now', Math.floor(pausedMs / MINUTE_MS))] : []),
    ...(series ? [alert('absencesInSeries', situation.pausedBySeries ? 'now' : 'soon', absencesInARow)] : []),
    ...(situation.moderators === 0 ? [alert('noModerator', 'now')] : []),
    ...(late > 0 ? [alert('late', 'soon', late)] : []),
  ];
}

function ofWaiting(situation: DaySituation, now: Ms): readonly DayAlert[] {
  const { state, startsAt, connected, people } = situation;
  if (startsAt === null || (state !== 'draft' && state !== 'validated' && state !== 'open')) return [];
  const overdue = minutesPast(startsAt, now);
  const waits = situation.scheduledStart && state === 'open' && !situation.afterAnother;
  const missing = connected === null || now < startsAt - EXPECTED_BEFORE_MS ? 0 : people - connected;
  return [
    ...(waits && now >= startsAt && situation.moderators === 0 ? [alert('waitsForModerator', 'now')] : []),
    ...(overdue > 0 ? [alert('notStarted', 'soon', overdue)] : []),
    ...(missing > 0 ? [alert('notYetOnline', 'soon', missing)] : []),
  ];
}

const ofClosed = ({ state, toSettle }: DaySituation): readonly DayAlert[] =>
  state === 'closed' && toSettle > 0 ? [alert('toSettle', 'soon', toSettle)] : [];

/** Whole minutes that `at` lies after `hour`; 0 where either is unknown. */
const minutesPast = (hour: Ms | null, at: Ms | null): number =>
  hour === null || at === null ? 0 : Math.max(0, Math.floor((at - hour) / MINUTE_MS));

const alert = (kind: AlertKind, severity: AlertSeverity, count: number | null = null): DayAlert => ({
  kind,
  severity,
  count,
});
