/** The chooser's presence: none → some and some → none, followed from `start` to `close` (domain §3). */
import type { Ms, PersonId } from '../ids.ts';
import type { Fact } from './facts.ts';
import { settle } from './settle.ts';
import { numberOfPerson, personAt } from './numbering.ts';
import { putPerson } from './people.ts';
import { comeBack, returnOnConnection } from './returns.ts';
import type { Called } from './state.ts';
import { startChoosing, withClock } from './turn.ts';
import { at } from './vector.ts';
import { accepted, refused, stale, andThen } from './verdict.ts';
import type { Live, Step, Verdict } from './verdict.ts';

export function connected(
  context: Live,
  { person, where }: { readonly person: PersonId; readonly where?: string },
  now: Ms,
): Verdict {
  const number = numberFollowed(context, person);
  if (number === null) return refused({ code: 'UNKNOWN_PERSON' });
  if (at(context.people, number).connected) return stale('connected');
  return accepted(arrive(context, number, now, where));
}

export function disconnected(
  context: Live,
  command: {
    readonly person: PersonId;
    readonly lastSeenAt: Ms;
    readonly where?: string;
    readonly gatewayLost?: true;
  },
  now: Ms,
): Verdict {
  const number = numberFollowed(context, command.person);
  if (number === null) return refused({ code: 'UNKNOWN_PERSON' });
  if (!at(context.people, number).connected) return stale('disconnected');
  const gone = leave(context, number, command.lastSeenAt, now, command.where);
  const { called } = context;
  if (command.gatewayLost && called?.person === number)
    return accepted(andThen(gone, next => newWindow(next, called, now)));
  return accepted(gone);
}

/** Null for whoever is of an earlier session too: nobody follows their presence any more. */
function numberFollowed(context: Live, person: PersonId): number | null {
  const number = numberOfPerson(context.world, person);
  return number === null || at(context.people, number).elsewhere ? null : number;
}

/** What a none → some brings: the turn of the awaited one, the return of one who was not connected. */
export function arrive(context: Live, number: number, now: Ms, where?: string): Step {
  const step = presence(context, number, { connected: true, lastSeenAt: now, where }, now);
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
export function leave(context: Live, number: number, lastSeenAt: Ms, now: Ms, where?: string): Step {
  return presence(context, number, { connected: false, lastSeenAt, where }, now);
}

interface Seen {
  readonly connected: boolean;
  readonly lastSeenAt: Ms;
  readonly where: string | undefined;
}

/** Where they were seen before says nothing of where they are now: not known is left out. */
function presence(context: Live, number: number, { connected, lastSeenAt, where }: Seen, now: Ms): Step {
  const { lastSeenWhere: _before, ...live } = at(context.people, number);
  const seen = { ...live, connected, lastSeenAt };
  const { id: person } = personAt(context.world, number);
  const fact: Fact = { kind: 'presence', person, connected, at: now };
  if (where === undefined) return { context: putPerson(context, number, seen), facts: [fact] };
  return {
    context: putPerson(context, number, { ...seen, lastSeenWhere: where }),
    facts: [{ ...fact, where }],
  };
}

/** Whole, or what a pause has frozen of a longer one. */
function newWindow(context: Live, called: Called, now: Ms): Step {
  const { windowMs } = context.world.settings;
  const leftMs = called.mode === 'awaited' ? Math.max(windowMs, called.leftMs) : windowMs;
  const endsAt = context.pause ? null : now + leftMs;
  return withClock(context, { ...called, mode: 'awaited', endsAt, leftMs, waitMs: 0 });
}
