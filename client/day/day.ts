/** The day's board as `day-board.tsx` shows it: figures, order of the rows, their words. Pure; alerts are the server's. */
import { callOrderText } from '../../machines/call-order-text.ts';
import { hour } from '../../machines/french-time.ts';
import type { Ms } from '../../machines/ids.ts';
import type { AlertSeverity } from '../../machines/session/day-alerts.ts';
import type { Day, DayAlert, DaySession, ListedAmphitheatre } from '../http/answers.ts';
import { secondsOf } from '../room/countdown.ts';
import { day, duration, plural, wallClock } from '../ui/format.ts';
import type { IconName } from '../ui/icon/icon.tsx';
import { fullName } from '../ui/navigation.ts';

export type DayOrder = 'alerts' | 'hour';

/** An answer older than this says nothing of a clock that runs: nobody answers, or nothing can be written. */
const FRESH_MS = 10_000;

/**
 * The server's clock on the board: its word of the last answer, and what has gone by here since. It stops where no answer
 * comes any more, so that no turn seems to run out while the record is away.
 */
export const boardTime = (answeredAt: Ms, sinceMs: number): Ms =>
  answeredAt + Math.min(Math.max(0, sinceMs), FRESH_MS);

const DAY_MS = 86_400_000;

/** `2026-10-13` in Paris. */
export const dateOf = (at: Ms): string => wallClock(at).slice(0, 10);

export const isDate = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(noonOf(text));

/** Midday in Paris or close to it, whatever the season: only the day of it is used. */
export const noonOf = (date: string): Ms => Date.parse(`${date}T11:00:00Z`);

export const dayAfter = (date: string, days: 1 | -1): string => dateOf(noonOf(date) + days * DAY_MS);

export interface Figure {
  readonly word: string;
  readonly value: string;
}

const isRunning = ({ state }: Pick<DaySession, 'state'>): boolean =>
  state === 'running' || state === 'paused';

/** Five figures; the day is the date's, whether it is today or not. */
export function figuresOf({ sessions }: Pick<Day, 'sessions'>): readonly Figure[] {
  const sum = (of: (session: DaySession) => number): number =>
    sessions.reduce((total, session) => total + of(session), 0);
  const running = sessions.filter(isRunning).length;
  return [
    {
      word: running < 2 ? 'session en cours' : 'sessions en cours',
      value: `${running} sur ${sessions.length}`,
    },
    { word: 'internes en ligne', value: String(sum(({ counts }) => counts.connected ?? 0)) },
    {
      word: 'choix faits',
      value: `${sum(({ counts }) => counts.chosen)} / ${sum(({ counts }) => counts.people)}`,
    },
    { word: 'absences', value: String(sum(({ counts }) => counts.absent)) },
    { word: 'alertes', value: String(sum(({ alerts }) => alerts.length)) },
  ];
}

/** The sessions come by hour; alerts first: who is needed at once, who soon, then the others, each still by hour. */
export function ordered(sessions: readonly DaySession[], order: DayOrder): readonly DaySession[] {
  if (order === 'hour') return sessions;
  return sessions.toSorted((a, b) => RANKS[severityOf(a) ?? 'none'] - RANKS[severityOf(b) ?? 'none']);
}

const RANKS: Readonly<Record<AlertSeverity | 'none', number>> = { now: 0, soon: 1, none: 2 };

export function severityOf({ alerts }: Pick<DaySession, 'alerts'>): AlertSeverity | null {
  if (alerts.some(({ severity }) => severity === 'now')) return 'now';
  return alerts.length > 0 ? 'soon' : null;
}

export function alertWords(
  { kind, count }: DayAlert,
  { number }: Pick<DaySession, 'number'>,
): readonly [IconName, string] {
  const some = count ?? 0;
  switch (kind) {
    case 'awaitedOffline':
      return ['plugOff', 'Hors ligne à l’appel'];
    case 'longPause':
      return ['pause', `Pause de plus de ${some}\u00a0min`];
    case 'absencesInSeries':
      return ['userOff', some < 2 ? 'Absences en série' : `${some}\u00a0absences de suite`];
    case 'noModerator':
      return ['users', 'Personne dans la salle'];
    case 'noPostPossible':
      return ['circleX', 'Aucun poste possible'];
    case 'waitsForModerator':
      return ['door', 'Attend l’ARS pour démarrer'];
    case 'notStarted':
      return ['clock', `Devait démarrer il y a ${some}\u00a0min`];
    case 'late':
      return ['clock', `Retard de ${some}\u00a0min sur la session ${number + 1}`];
    case 'notYetOnline':
      return ['users', `${plural(some, 'interne', 'internes')} pas encore en ligne`];
    case 'toSettle':
      return ['userOff', `${plural(some, 'interne', 'internes')} à affecter`];
    default:
      return kind satisfies never;
  }
}

/** «Session 2 sur 11 · 9 h · N. Ferhat». */
export const placeText = ({ number, of, startsAt, moderators }: DaySession): string =>
  [
    of < 2 ? `Session ${number}` : `Session ${number} sur ${of}`,
    startsAt === null ? 'heure à fixer' : hour(startsAt),
    ...moderators,
  ].join(' · ');

/** Under the state's tag: who chooses, why it is paused, when it begins, when it closed. */
export function standingLines(session: DaySession, now: Ms): readonly string[] {
  const { state, called, pause, since, startsAt } = session;
  switch (state) {
    case 'running':
      return called === null ? ['Plus personne à appeler'] : calledLines(called, now);
    case 'paused':
      return [pauseText(pause), since === null ? '' : `depuis ${hour(since)}`].filter(line => line !== '');
    case 'closed':
      return since === null ? [] : [`Close à ${hour(since)}`];
    case 'draft':
    case 'validated':
    case 'open':
      return startsAt === null ? [] : [startText(startsAt, now)];
    default:
      return state satisfies never;
  }
}

function calledLines(called: NonNullable<DaySession['called']>, now: Ms): readonly string[] {
  const left = secondsOf(called, now);
  const away = called.connected ? '' : 'hors ligne, ';
  return [fullName(called), `n°\u00a0${callOrderText(called.callOrder)} · ${away}${left}\u00a0s`];
}

function pauseText(pause: DaySession['pause']): string {
  if (pause === null) return '';
  if (pause.automatic === 'absences') return 'Absences en série';
  if (pause.automatic === 'incident') return 'Incident de notre côté';
  return pause.reason === null || pause.reason === '' ? '' : `«\u00a0${pause.reason}\u00a0»`;
}

const MINUTE_MS = 60_000;
/** A session held on another day than planned: minutes would say nothing. */
const FAR_MINUTES = 12 * 60;

function startText(startsAt: Ms, now: Ms): string {
  const minutes = Math.round((startsAt - now) / MINUTE_MS);
  if (minutes < 0) return `Début prévu à ${hour(startsAt)}`;
  return minutes < 100 ? `Début dans ${minutes}\u00a0min` : `Début à ${hour(startsAt)}`;
}

/** From one turn to the next. */
export function paceText({ paceSeconds, state }: DaySession): string {
  if (paceSeconds !== null) return duration(paceSeconds * 1_000);
  return isRunning({ state }) || state === 'closed' ? 'rythme à venir' : 'pas commencé';
}

/** Whoever has no place in the queue any more is left out of what is still to come, not of the whole. */
export function presenceLines({ counts }: DaySession): readonly [string, string] {
  return [
    counts.connected === null ? '–' : `${counts.connected} en ligne`,
    counts.absent === 0 ? 'aucune absence' : plural(counts.absent, 'absence', 'absences'),
  ];
}

export interface EndShown {
  readonly planned: string;
  /** «10 h 52 (+16 min)» where it differs, else what is known of it; empty where nothing is. */
  readonly estimated: string;
  /** It names an hour: an arrow stands before it. */
  readonly moved: boolean;
}

/** «10 h 36», then «10 h 52 (+16 min)»; «heure suspendue» in a pause (M §10). */
export function endShown(session: DaySession): EndShown {
  const { plannedEnd, estimatedEnd, state } = session;
  const planned = plannedEnd === null ? 'à fixer' : hour(plannedEnd);
  const known = { planned, moved: false };
  if (estimatedEnd === null) return { ...known, estimated: state === 'paused' ? 'heure suspendue' : '' };
  const late = plannedEnd === null ? 0 : Math.round((estimatedEnd - plannedEnd) / MINUTE_MS);
  if (plannedEnd !== null && late === 0) return { ...known, estimated: 'à l’heure' };
  const sign = late > 0 ? '+' : '−';
  if (Math.abs(late) > FAR_MINUTES)
    return { planned, estimated: `${day(estimatedEnd)} à ${hour(estimatedEnd)}`, moved: true };
  const shift = plannedEnd === null ? '' : ` (${sign}${Math.abs(late)}\u00a0min)`;
  return { planned, estimated: `${hour(estimatedEnd)}${shift}`, moved: true };
}

/** The day of the first session after this date that has an hour, else of the last one before it; null where there is none. */
export function nearestDay(amphitheatres: readonly ListedAmphitheatre[], date: string): string | null {
  const days = amphitheatres
    .flatMap(({ sessions }) =>
      sessions.flatMap(({ startsAt }) => (startsAt === null ? [] : dateOf(startsAt))),
    )
    .toSorted();
  return days.find(one => one > date) ?? days.findLast(one => one < date) ?? null;
}

/** Share of the choices made, 0 to 1. */
export const progressOf = ({ counts }: Pick<DaySession, 'counts'>): number =>
  counts.people === 0 ? 0 : counts.chosen / counts.people;

export type Door = 'enter' | 'settle';

/** Where a row leads: into the room, or to those without a post once all is closed. */
export const doorOf = ({ toSettle }: Pick<DaySession, 'toSettle'>): Door =>
  toSettle > 0 ? 'settle' : 'enter';

/** What is read aloud when alerts come: the new ones only. */
export function newAlerts(before: readonly DaySession[], after: readonly DaySession[]): readonly string[] {
  const known = new Set(before.flatMap(one => one.alerts.map(({ kind }) => `${one.session} ${kind}`)));
  return after.flatMap(one =>
    one.alerts
      .filter(({ kind, severity }) => severity === 'now' && !known.has(`${one.session} ${kind}`))
      .map(alert => `${one.title}, session ${one.number}\u00a0: ${alertWords(alert, one)[1]}.`),
  );
}
