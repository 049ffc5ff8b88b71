/** More time for the called one, turn by turn: the only change of a turn's length after `start` (domain §2, §4). */
import type { Ms } from '../ids.ts';
import { aboutCalled } from './about-called.ts';
import type { AboutCalled, SeenClock } from './commands.ts';
import type { Called } from './state.ts';
import { withClock } from './turn.ts';
import { accepted, andThen, refused, stale } from './verdict.ts';
import type { Live, Verdict } from './verdict.ts';

const MIN_MS = 10_000; // domain §4
const MAX_MS = 5 * 60_000; // domain §4

/** Whichever clock runs or is frozen: the window, the turn, or the rest of the turn that a takeover gives back. */
export function prolong(
  context: Live,
  command: AboutCalled & { readonly byMs: number; readonly was?: SeenClock },
  now: Ms,
): Verdict {
  const { person, byMs, reason, was } = command;
  return aboutCalled(context, command, called => {
    if (was && (was.endsAt !== called.endsAt || was.leftMs !== called.leftMs)) return stale('otherClock');
    if (byMs < MIN_MS || byMs > MAX_MS)
      return refused({ code: 'OUT_OF_RANGE', minMs: MIN_MS, maxMs: MAX_MS });
    const longer = andThen(
      { context, facts: [{ kind: 'prolonged', person, turn: called.turn, byMs, reason }] },
      next => withClock(next, prolonged(called, byMs, now)),
    );
    return accepted(longer);
  });
}

/**
 * In the hidden grace the whole of it is given from now on: what has run out is not taken off. A turn that is longer
 * once stays so where it begins anew, after a gateway of ours was lost.
 */
function prolonged(called: Called, byMs: number, now: Ms): Called {
  const turnMs = called.mode === 'awaited' ? called.turnMs : called.turnMs + byMs;
  if (called.mode === 'recovering' || called.endsAt === null)
    return { ...called, turnMs, leftMs: called.leftMs + byMs };
  const endsAt = Math.max(called.endsAt, now) + byMs;
  return { ...called, turnMs, endsAt, leftMs: endsAt - now };
}
