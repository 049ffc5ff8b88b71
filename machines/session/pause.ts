/** Pause and resume: whichever clock runs is frozen to the millisecond and given back (domain §3). */
import type { Ms } from '../ids.ts';
import type { Sealed } from '../sealed.ts';
import { callNext, startChoosing, withClock } from './turn.ts';
import { isBlank } from './reason.ts';
import type { Called, Pause } from './state.ts';
import { at } from './vector.ts';
import { accepted, refused, andThen } from './verdict.ts';
import type { Live, Step, Verdict } from './verdict.ts';

export function pause(
  context: Live,
  { reason, incident }: { readonly reason: Sealed; readonly incident?: true },
  now: Ms,
): Verdict {
  if (isBlank(reason)) return refused({ code: 'REASON_REQUIRED' });
  const called = context.called && frozen(context.called, now);
  const closesLeftMs = context.closesAt === null ? null : Math.max(0, context.closesAt - now);
  const since: Pause = { at: now, reason, automatic: incident ? 'incident' : null };
  const leftMs = called?.leftMs ?? closesLeftMs;
  return accepted({
    context: { ...context, called, closesAt: null, closesLeftMs, pause: since },
    facts: [{ kind: 'paused', ...since, leftMs }],
  });
}

/** In the hidden grace nothing remains: 0, and after `resume` the grace runs anew. */
function frozen(called: Called, now: Ms): Called {
  const leftMs = called.endsAt === null ? called.leftMs : Math.max(0, called.endsAt - now);
  if (called.mode === 'recovering') return { ...called, endsAt: null, waitMs: leftMs };
  return { ...called, endsAt: null, leftMs };
}

export function resume(context: Live, now: Ms): Verdict {
  const running: Step = { context: { ...context, pause: null }, facts: [{ kind: 'resumed', at: now }] };
  return accepted(andThen(running, next => runAgain(next, now)));
}

function runAgain(context: Live, now: Ms): Step {
  const { called } = context;
  if (called) return withTimeBack(context, called, now);
  if (context.counts.toCall > 0) return callNext(context, now);
  const closesAt = now + (context.closesLeftMs ?? 0);
  return { context: { ...context, closesAt, closesLeftMs: null }, facts: [{ kind: 'idle', closesAt }] };
}

/** Whoever was awaited, or lost by us, and is there now, begins; everyone else finds what remained. */
function withTimeBack(context: Live, called: Called, now: Ms): Step {
  const { connected } = at(context.people, called.person);
  if (called.mode === 'awaited' && connected) return startChoosing(context, called, now);
  if (called.mode === 'recovering' && !connected)
    return withClock(context, { ...called, endsAt: now + called.waitMs });
  const mode = called.mode === 'recovering' ? 'choosing' : called.mode;
  return withClock(context, { ...called, mode, endsAt: now + called.leftMs, waitMs: 0 });
}
