/** Time without an owner is given back (architecture §4). */
import type { Ms } from '../ids.ts';
import { withClock } from './turn.ts';
import type { Called, PersonLive } from './state.ts';
import { at, mapped } from './vector.ts';
import type { Vector } from './vector.ts';
import { accepted, andThen } from './verdict.ts';
import type { Live, Step, Verdict } from './verdict.ts';

export interface Credit {
  readonly from: Ms;
  /** Never before `from`. */
  readonly to: Ms;
  readonly presence?: 'kept';
}

export function credit(context: Live, { from, to, presence }: Credit, now: Ms): Verdict {
  const people = presence === 'kept' ? context.people : allUnseen(context.people);
  const credited: Step = {
    context: { ...context, people, credit: { from, to } },
    facts: [{ kind: 'credit', from, to }],
  };
  return accepted(andThen(credited, next => giveBack(next, from, to - from, now)));
}

function giveBack(context: Live, from: Ms, outageMs: number, now: Ms): Step {
  const { called, closesAt } = context;
  if (called) return withClock(context, clockAfter(context, called, from, now));
  if (closesAt === null) return { context, facts: [] };
  const later = closesAt + outageMs;
  return { context: { ...context, closesAt: later }, facts: [{ kind: 'idle', closesAt: later }] };
}

/** The awaited one gets a whole new window, or what remained of a longer one; the choosing one what remained, once connected again or at the latest. */
function clockAfter(context: Live, called: Called, from: Ms, now: Ms): Called {
  const { windowMs, reconnectMs } = context.world.settings;
  if (called.mode === 'awaited') {
    const leftMs = Math.max(windowMs, remaining(called, from));
    return { ...called, endsAt: now + leftMs, leftMs };
  }
  const leftMs = called.mode === 'choosing' ? remaining(called, from) : called.leftMs;
  if (at(context.people, called.person).connected)
    return { ...called, mode: 'choosing', endsAt: now + leftMs, leftMs, waitMs: 0 };
  return { ...called, mode: 'recovering', endsAt: now + reconnectMs, leftMs, waitMs: reconnectMs };
}

/** Never more than the turn: `from` may lie before the clock was last set. */
const remaining = (called: Called, from: Ms): number =>
  Math.min(called.leftMs, Math.max(0, (called.endsAt ?? from) - from));

/** Nobody is connected until reported anew. Once per takeover: leaves without anybody connected are shared. */
const allUnseen = (people: Vector<PersonLive>): Vector<PersonLive> =>
  mapped(people, live => (live.connected ? { ...live, connected: false } : live));
