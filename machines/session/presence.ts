/** The chooser's presence: none → some and some → none, followed from `start` to `close` (domain §3). */
import type { Ms, PersonId } from '../ids.ts';
import { settle } from './settle.ts';
import { numberOfPerson, personAt } from './numbering.ts';
import { setPerson } from './people.ts';
import { comeBack, returnOnConnection } from './returns.ts';
import type { Called } from './state.ts';
import { startChoosing, withClock } from './turn.ts';
import { at } from './vector.ts';
import { accepted, refused, stale, andThen } from './verdict.ts';
import type { Live, Step, Verdict } from './verdict.ts';

export function connected(context: Live, person: PersonId, now: Ms): Verdict {
  const number = numberOfPerson(context.world, person);
  if (number === null) return refused({ code: 'UNKNOWN_PERSON' });
  if (at(context.people, number).connected) return stale('connected');
  return accepted(arrive(context, number, now));
}

export function disconnected(
  context: Live,
  command: { readonly person: PersonId; readonly lastSeenAt: Ms; readonly gatewayLost?: true },
  now: Ms,
): Verdict {
  const number = numberOfPerson(context.world, command.person);
  if (number === null) return refused({ code: 'UNKNOWN_PERSON' });
  if (!at(context.people, number).connected) return stale('disconnected');
  const gone = leave(context, number, command.lastSeenAt, now);
  const { called } = context;
  if (command.gatewayLost && called?.person === number)
    return accepted(andThen(gone, next => newWindow(next, called, now)));
  return accepted(gone);
}

/** What a none → some brings: the turn of the awaited one, the return of one who was not connected. */
export function arrive(context: Live, number: number, now: Ms): Step {
  const step = presence(context, number, true, now, now);
  return settle(
    context,
    andThen(step, next => welcome(next, number, now)),
    now,
  );
}

function welcome(context: Live, number: number, now: Ms): Step {
  const { called } = context;
  if (called?.person === number) return welcomeCalled(context, called, now);
  const how = returnOnConnection(at(context.people, number), context.world.settings);
  return how ? comeBack(context, number, how, now) : { context, facts: [] };
}

/** In a pause nothing starts: whether the chooser is there is asked again at `resume`. */
function welcomeCalled(context: Live, called: Called, now: Ms): Step {
  if (context.pause || called.mode === 'choosing') return { context, facts: [] };
  if (called.mode === 'awaited') return startChoosing(context, called, now);
  return withClock(context, { ...called, mode: 'choosing', endsAt: now + called.leftMs, waitMs: 0 });
}

/** A chooser who disconnects keeps the clock running: nothing but the presence changes. */
export function leave(context: Live, number: number, lastSeenAt: Ms, now: Ms): Step {
  return presence(context, number, false, lastSeenAt, now);
}

function presence(context: Live, number: number, connected: boolean, lastSeenAt: Ms, now: Ms): Step {
  return {
    context: setPerson(context, number, { connected, lastSeenAt }),
    facts: [{ kind: 'presence', person: personAt(context.world, number).id, connected, at: now }],
  };
}

function newWindow(context: Live, called: Called, now: Ms): Step {
  const { windowMs } = context.world.settings;
  const endsAt = context.pause ? null : now + windowMs;
  return withClock(context, { ...called, mode: 'awaited', endsAt, leftMs: windowMs, waitMs: 0 });
}
