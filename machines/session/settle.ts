/** What a change about people means for a session that has nobody to call (domain §2, §3). */
import type { Ms } from '../ids.ts';
import { graceFor } from './idle.ts';
import { callNext } from './turn.ts';
import type { Live, Step } from './verdict.ts';

/** From start to close somebody is called or a grace counts, running or frozen; then nothing does. */
export const isClosed = ({ called, closesAt, closesLeftMs }: Live): boolean =>
  called === null && closesAt === null && closesLeftMs === null;

/**
 * After a change about people: calls whoever has returned or was added while nobody was called, and sets the grace anew where the
 * last absentee who can come back is gone, or the first one is there. In a pause they wait for its end.
 */
export function settle(before: Live, { context, facts }: Step, now: Ms): Step {
  if (context.called || isClosed(context)) return { context, facts };
  if (!context.pause && context.counts.toCall > 0) {
    const next = callNext(context, now);
    return { context: next.context, facts: [...facts, ...next.facts] };
  }
  if (before.counts.canReturn > 0 === context.counts.canReturn > 0) return { context, facts };
  const graceMs = graceFor(context, now);
  const shorter = context.counts.canReturn === 0;
  if (context.closesAt === null) {
    const leftMs = context.closesLeftMs ?? graceMs;
    return {
      context: { ...context, closesLeftMs: shorter ? Math.min(leftMs, graceMs) : graceMs },
      facts,
    };
  }
  const closesAt = shorter ? Math.min(context.closesAt, now + graceMs) : now + graceMs;
  if (closesAt === context.closesAt) return { context, facts };
  return { context: { ...context, closesAt }, facts: [...facts, { kind: 'idle', closesAt }] };
}
