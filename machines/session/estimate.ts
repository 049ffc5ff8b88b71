/**
 * When somebody's turn will come, and when a session will end, from the pace seen so far (M §10): for the room, the
 * timetable and the moderators' boards alike. An estimate decides nothing. Pure: the time is handed in.
 */
import type { Ms, PersonId, SessionId } from '../ids.ts';
import { internsAhead, passingOrder } from './passing-order.ts';
import type { PublicSession, PublicState } from './public-state.ts';

export interface Pace {
  /** From the end of one turn to the end of the next, in ms. */
  readonly perTurnMs: number;
  /** Standard deviation of it, in ms. */
  readonly spreadMs: number;
  /** How many turns it was seen in; 0: the length of a turn stands in, as in the timetable. */
  readonly turns: number;
}

/** Between `from` and `to` in about four cases of five: whole minutes, and never before it can be. */
export interface Around {
  readonly kind: 'around';
  readonly at: Ms;
  readonly from: Ms;
  readonly to: Ms;
}

export type Estimate =
  | Around
  /** In a pause no hour is known: «Heure suspendue». */
  | { readonly kind: 'suspended' };

/** Older turns say little of the people still to come. */
const RECENT_TURNS = 30;
/** The full turn counts as this many turns seen, so that the first quick ones promise nothing. */
const TURNS_SUPPOSED = 2;
/** What lasts longer than a turn and its window was a pause or a prolonged turn: it says nothing of the others. */
const LONGEST_SHARE = 1.25;
/** Standard deviations on either side: about 80 %. */
const MARGIN = 1.3;
const LEAST_MARGIN_MS = 30_000;
const MINUTE_MS = 60_000;

/** @param ends when turns ended, in any order. @param turnMs length of a turn. */
export function paceFrom(ends: readonly Ms[], turnMs: number): Pace {
  const distinct = [...new Set(ends)].sort((a, b) => a - b).slice(-RECENT_TURNS - 1);
  const lengths = distinct
    .slice(1)
    .map((end, index) => Math.min(end - (distinct[index] ?? end), turnMs * LONGEST_SHARE));
  const counted = lengths.length + TURNS_SUPPOSED;
  const perTurnMs = (sum(lengths) + TURNS_SUPPOSED * turnMs) / counted;
  const squares = sum(lengths.map(length => (length - perTurnMs) ** 2));
  const supposed = TURNS_SUPPOSED * (turnMs / 3) ** 2;
  return { perTurnMs, spreadMs: Math.sqrt((squares + supposed) / counted), turns: lengths.length };
}

/** The pace of a session; before its first turns that of the amphitheatre's session before it. */
export function paceOf(state: PublicState, session: PublicSession): Pace {
  const own = paceFrom(endsIn(state, session.id), session.turnMs);
  if (own.turns > 0) return own;
  const before = previous(state, session);
  return before ? paceOf(state, before) : own;
}

/** Null for whoever is called or stands in no line. */
export function estimatedTurn(state: PublicState, person: PersonId, now: Ms): Estimate | null {
  const id = state.people.get(person)?.session ?? null;
  const session = id === null ? undefined : state.sessions.get(id);
  const ahead = internsAhead(state, person);
  if (!session || ahead === null || session.called?.person === person) return null;
  return afterTurns(state, session, ahead, now);
}

/** Before anything was seen: the hour of the session, and as many full turns as people stand before. */
export function plannedTurn(startsAt: Ms, ahead: number, turnMs: number): Around {
  const pace = paceFrom([], turnMs);
  return around(startsAt + ahead * pace.perTurnMs, ahead, pace, startsAt);
}

/** When nobody will be left to call; null once it is so, or where the session has no hour yet. */
export function estimatedEnd(state: PublicState, id: SessionId, now: Ms): Estimate | null {
  const session = state.sessions.get(id);
  const left = session ? passingOrder(state, id).length : 0;
  return session && left > 0 ? afterTurns(state, session, left, now) : null;
}

/** When a session that has not begun will: at its hour, or when the one before is over, if that is later. */
export function estimatedStart(state: PublicState, session: PublicSession, now: Ms): Ms | null {
  if (session.startsAt === null) return null;
  const before = previous(state, session);
  const end = before && before.state !== 'closed' ? estimatedEnd(state, before.id, now) : null;
  return Math.max(session.startsAt, now, end?.kind === 'around' ? end.at : 0);
}

/** After `turns` turns, the one under way among them. */
function afterTurns(state: PublicState, session: PublicSession, turns: number, now: Ms): Estimate | null {
  if (session.state === 'closed') return null;
  if (session.state === 'paused') return { kind: 'suspended' };
  const pace = paceOf(state, session);
  if (session.state !== 'running') {
    const start = estimatedStart(state, session, now);
    return start === null ? null : around(start + turns * pace.perTurnMs, turns, pace, start);
  }
  const underWay = session.called === null ? 0 : 1;
  const rest = underWay * restOf(session, pace, now);
  return around(now + rest + Math.max(0, turns - underWay) * pace.perTurnMs, turns, pace, now);
}

/** Of the turn under way: what the pace leaves of it, never more than its clock, and a quarter of that at the least. */
function restOf({ called, turnMs }: PublicSession, { perTurnMs }: Pace, now: Ms): number {
  if (!called) return 0;
  const left = called.endsAt === null ? called.leftMs : Math.max(0, called.endsAt - now);
  if (called.mode === 'awaited') return Math.max(left, perTurnMs);
  return Math.min(left, Math.max(perTurnMs - (turnMs - left), left / 4));
}

/** @param earliest the start before it, the present moment in it: no turn comes sooner. */
function around(at: Ms, turns: number, { spreadMs }: Pace, earliest: Ms): Around {
  const margin = Math.max(LEAST_MARGIN_MS, MARGIN * spreadMs * Math.sqrt(turns));
  const from = Math.floor((at - margin) / MINUTE_MS) * MINUTE_MS;
  const to = Math.ceil((at + margin) / MINUTE_MS) * MINUTE_MS;
  return { kind: 'around', at, from: Math.max(from, earliest), to };
}

/** Of those who chose or were marked absent in it; who came in as an absentee has the hour of its start. */
function endsIn(state: PublicState, id: SessionId): readonly Ms[] {
  const ends: Ms[] = [];
  for (const person of state.queues.get(id)?.order ?? []) {
    const at = state.people.get(person)?.at ?? null;
    if (at !== null) ends.push(at);
  }
  return ends;
}

/** Sessions stand in the order of their numbers. */
const previous = (state: PublicState, { number, rehearsal }: PublicSession): PublicSession | undefined =>
  [...state.sessions.values()].filter(other => other.rehearsal === rehearsal && other.number < number).at(-1);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
