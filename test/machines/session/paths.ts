/**
 * A world small enough to walk through whole (paths.test.ts): two people and one post, what can sensibly be sent in each
 * state, and what of a state matters, its hours left out.
 */
import type { Ms } from '../../../machines/ids.ts';
import { alarm } from '../../../machines/session/alarm.ts';
import type { Command, CommandBody } from '../../../machines/session/commands.ts';
import type { SessionSnapshot } from '../../../machines/session/machine.ts';
import type { Called, PersonLive, SessionContext } from '../../../machines/session/state.ts';
import { toArray } from '../../../machines/session/vector.ts';
import type { World } from '../../../machines/session/world.ts';
import { REASON, START } from './stage.ts';
import { personId, postId, worldOf } from './world.ts';

/** Two people, one seat: whoever is second may be left with nothing. One return, a pause after two absences. */
export const SMALL = worldOf({
  people: 2,
  posts: 1,
  person: { 2: { connected: false } },
  settings: { returnsAllowed: 1, pauseAfterAbsences: 2 },
});

/** One person, two seats. */
export const SMALLEST = worldOf({ people: 1, posts: 2, connected: false, settings: { returnsAllowed: 1 } });

/** What matters: who is where, whose clock runs, whether any of it is left. */
export function whatMatters({ value, context }: SessionSnapshot): string {
  const { called, returned, cursor, automaticAbsencesInARow: inARow, counts, closesLeftMs } = context;
  const isOver = called?.endsAt === null && called.leftMs === 0;
  const people = toArray(context.people).map(live => {
    const { state, connected, returns, returnedByItself, owedReturn } = live;
    const cause = state.kind === 'absent' && state.cause;
    return [state.kind, cause, connected, returns, returnedByItself, owedReturn];
  });
  const grace = closesLeftMs === null ? null : closesLeftMs > 60_000;
  return JSON.stringify([
    value,
    called?.person,
    isOver,
    returned,
    cursor,
    inARow,
    counts.canReturn,
    grace,
    people,
  ]);
}

/** Every command that makes sense then: a second later, or when time asks for it. */
export function sensible(world: World, wanted: readonly Command['type'][] | null) {
  return (snapshot: SessionSnapshot): readonly Command[] => {
    const bodies = bodiesIn(world, snapshot).map(body => ({ ...body, at: now(snapshot.context) + 1_000 }));
    const due = alarm(snapshot);
    const all: readonly Command[] = due ? [...bodies, { ...due.body, at: due.at }] : bodies;
    return wanted === null ? all : all.filter(({ type }) => wanted.includes(type));
  };
}

/** The latest hour that the session knows: there is no clock in it. */
function now({ startedAt, people, pause, credit, called }: SessionContext): Ms {
  const seen = toArray(people).flatMap(({ state, lastSeenAt }) => [
    lastSeenAt ?? 0,
    'at' in state ? state.at : 0,
  ]);
  const set = called ? setAt(called) : 0;
  return Math.max(startedAt ?? START, pause?.at ?? 0, credit?.to ?? 0, set, ...seen);
}

function setAt({ mode, calledAt, endsAt, leftMs, waitMs }: Called): Ms {
  return endsAt === null ? calledAt : endsAt - (mode === 'recovering' ? waitMs : leftMs);
}

function bodiesIn(world: World, { context }: SessionSnapshot): readonly CommandBody[] {
  const { called, counts, pause } = context;
  const at = now(context);
  const unchosen = counts.toCall + (called ? 1 : 0);
  return [
    { type: 'validate', missing: [] },
    { type: 'open' },
    { type: 'withdraw', reason: REASON, anyStarted: false },
    { type: 'start', world, earlierOpen: null },
    { type: 'pause', reason: REASON, on: 'running' },
    { type: 'resume', on: 'paused' },
    { type: 'close', on: pause ? 'paused' : 'running', force: { unchosen, reason: REASON } },
    { type: 'credit', from: at, to: at + 1_000 },
    ...(called ? aboutCalled(called) : []),
    ...toArray(context.people).flatMap((live, number) => aboutPerson(live, number + 1, at)),
  ];
}

function aboutCalled({ person, turn, mode, endsAt }: Called): readonly CommandBody[] {
  const id = personId(person + 1);
  const about = { person: id, turn, on: mode, reason: REASON };
  const late = (endsAt ?? 0) + 1_200;
  const choice = { type: 'choose', person: id, post: postId(1), turn, by: 'intern' } as const;
  return [
    { ...choice, receivedAt: 0 },
    { ...choice, receivedAt: late },
    { type: 'markAbsent', ...about },
    { type: 'pass', ...about },
    { type: 'chooseOnBehalf', post: postId(1), ...about },
    { type: 'disconnected', person: id, lastSeenAt: 0, gatewayLost: true },
  ];
}

function aboutPerson({ state, connected }: PersonLive, number: number, at: Ms): readonly CommandBody[] {
  const person = personId(number);
  const about = { person, on: state.kind };
  const taken: CommandBody = {
    type: 'correct',
    person,
    from: state.kind === 'chosen' ? state.post : postId(1),
    to: null,
    reason: REASON,
  };
  return [
    connected ? { type: 'disconnected', person, lastSeenAt: at } : { type: 'connected', person },
    { type: 'rejoin', person, by: 'intern' },
    { type: 'callBack', ...about, reason: REASON },
    { type: 'excuse', ...about, reason: REASON },
    { type: 'lift', ...about, reason: REASON },
    taken,
    { type: 'assign', post: postId(1), laterOpen: null, offline: false, reason: REASON, ...about },
    { type: 'leaveWithoutPost', laterOpen: null, reason: REASON, ...about },
  ];
}
