/** The end of a session, and what it hands to the amphitheatre's next one (domain §2, §3). */
import type { Ms } from '../ids.ts';
import type { Sealed } from '../sealed.ts';
import type { CarriedPerson } from './facts.ts';
import { setPerson } from './people.ts';
import { placeReached } from './planned-absence.ts';
import { isBlank } from './reason.ts';
import type { PersonLive, SessionContext } from './state.ts';
import { toArray } from './vector.ts';
import { accepted, refused, stale } from './verdict.ts';
import type { Live, Step, Verdict } from './verdict.ts';
import type { WorldPerson } from './world.ts';

export interface Force {
  readonly unchosen: number;
  readonly reason: Sealed;
}

/** Freely when nobody is left to call; else only with force, a reason, and the number still to choose. */
export function close(
  context: Live,
  {
    on,
    force,
  }: {
    /** Left out in journals of older rules. */
    readonly on?: 'running' | 'paused';
    readonly force: Force | null;
  },
  now: Ms,
): Verdict {
  const state = context.pause ? 'paused' : 'running';
  if (on !== undefined && on !== state) return stale(state);
  const count = stillToChoose(context);
  if (count === 0) return accepted(closeSession(context, now, 'byModerator', force?.reason ?? null));
  if (force?.unchosen !== count) return refused({ code: 'STILL_TO_CHOOSE', count });
  if (isBlank(force.reason)) return refused({ code: 'REASON_REQUIRED' });
  return accepted(closeSession(context, now, 'forced', force.reason));
}

/** The called one, the returned and the waiting: everyone of the passing order. */
export const stillToChoose = (context: SessionContext): number =>
  context.counts.toCall + (context.called ? 1 : 0);

/** The grace is over. A message that comes before its time, or after somebody came back, changes nothing. */
export function graceOver(context: Live, now: Ms): Verdict {
  if (context.closesAt === null) return stale(context.called?.mode ?? 'paused');
  if (now < context.closesAt) return stale('idle');
  return accepted(closeSession(context, now, 'finished', null));
}

/**
 * The called one and the returned are waiting again, for the next session to call them (domain §3).
 * The one walk over all people after `start`: once in a session's life.
 */
function closeSession(
  context: Live,
  now: Ms,
  how: 'byModerator' | 'forced' | 'finished',
  reason: Sealed | null,
): Step {
  const inLine = context.called ? [context.called.person, ...context.returned] : context.returned;
  const freed = inLine.reduce(
    (next, number) => setPerson(next, number, { state: { kind: 'waiting' } }),
    context,
  );
  const closed: Live = {
    ...freed,
    called: null,
    returned: [],
    closesAt: null,
    closesLeftMs: null,
    pause: null,
  };
  return {
    context: closed,
    facts: [{ kind: 'closed', at: now, how, carried: carriedPeople(closed), reason }],
  };
}

/**
 * Whom a closed session hands to the next, as it stands now, later corrections included: everyone of its own without a
 * post, but the passed, who are settled after the last session. Empty before `start`.
 */
export function carriedPeople(context: SessionContext): readonly CarriedPerson[] {
  const { world } = context;
  if (!world) return [];
  const begun = { ...context, world };
  const live = toArray(context.people);
  return world.people.flatMap((person, number) =>
    carriedOver(person, live[number], placeReached(begun, number)),
  );
}

function carriedOver({ id }: WorldPerson, live: PersonLive | undefined, hadPlace: boolean): CarriedPerson[] {
  if (!live) return [];
  const { state, returns, owedReturn } = live;
  if (state.kind === 'chosen' || state.kind === 'passed' || state.kind === 'withoutPost') return [];
  if (state.kind === 'absent')
    return [{ person: id, state: 'absent', cause: state.cause, returns, owedReturn }];
  if (state.kind === 'excused')
    return [{ person: id, state: 'excused', cause: null, returns, owedReturn: hadPlace }];
  return [{ person: id, state: 'waiting', cause: null, returns, owedReturn: false }];
}
