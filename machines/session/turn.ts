/** Whose turn it is next, and the clock they find (domain §3). */
import type { Ms } from '../ids.ts';
import type { Fact } from './facts.ts';
import { becomeIdle } from './idle.ts';
import { personAt } from './numbering.ts';
import { mayChooseAny, possibleFacts } from './offer.ts';
import { setPerson } from './people.ts';
import type { Called } from './state.ts';
import { at } from './vector.ts';
import type { Live, Step } from './verdict.ts';

/**
 * Calls the first returned, else the next of the call order, else nobody: the session is idle.
 * In a pause the clock of the one called stands at its full time.
 */
export function callNext(context: Live, now: Ms): Step {
  const [first, ...othersReturned] = context.returned;
  const cursor = first === undefined ? firstWaiting(context) : context.cursor;
  const number = first ?? (cursor < context.people.length ? cursor : null);
  if (number === null) return becomeIdle({ ...context, cursor, called: null }, now);
  const called = freshTurn(context, number, now);
  return {
    context: {
      ...setPerson(context, number, { state: { kind: 'called' } }),
      returned: first === undefined ? context.returned : othersReturned,
      cursor: first === undefined ? cursor + 1 : cursor,
      turn: called.turn,
      called,
      closesAt: null,
      closesLeftMs: null,
    },
    facts: calledFacts(context, called),
  };
}

/** From the cursor on, past the excused: the cursor only moves forward, so a whole session walks the list once. */
function firstWaiting(context: Live): number {
  let number = context.cursor;
  while (number < context.people.length && at(context.people, number).state.kind !== 'waiting') number++;
  return number;
}

function freshTurn(context: Live, number: number, now: Ms): Called {
  const { settings } = context.world;
  const turnMs = settings.turnMs + personAt(context.world, number).extraTurnMs;
  const mode = at(context.people, number).connected ? 'choosing' : 'awaited';
  const leftMs = mode === 'choosing' ? turnMs : settings.windowMs;
  const endsAt = context.pause ? null : now + leftMs;
  const anyPost = mayChooseAny(context, number);
  const turn = context.turn + 1;
  return { person: number, turn, mode, calledAt: now, endsAt, leftMs, waitMs: 0, turnMs, anyPost };
}

/** The full time of a turn, from now on: for whoever connects within the window. */
export function startChoosing(context: Live, called: Called, now: Ms): Step {
  return withClock(context, {
    ...called,
    mode: 'choosing',
    endsAt: now + called.turnMs,
    leftMs: called.turnMs,
  });
}

/** The same turn goes on with another clock; everyone is told. */
export function withClock(context: Live, called: Called): Step {
  const { turn, mode, endsAt, leftMs } = called;
  const { id } = personAt(context.world, called.person);
  return {
    context: { ...context, called },
    facts: [{ kind: 'clock', person: id, turn, mode, endsAt, leftMs }],
  };
}

/** That nothing may be chosen is said at once: the moderators pass the turn (domain §4). */
function calledFacts(context: Live, called: Called): readonly Fact[] {
  const { turn, mode, calledAt, endsAt, leftMs } = called;
  const { id } = personAt(context.world, called.person);
  const fact: Fact = { kind: 'called', person: id, turn, mode, at: calledAt, endsAt, leftMs };
  return called.anyPost ? [fact] : [fact, ...possibleFacts(context, called)];
}
