/** Nobody left to call: how long the session waits for absentees before it closes by itself (domain §2). */
import type { Ms } from '../ids.ts';
import type { Live, Step } from './verdict.ts';

export function becomeIdle(context: Live, now: Ms): Step {
  const graceMs = graceFor(context, now);
  if (context.pause)
    return {
      context: { ...context, closesAt: null, closesLeftMs: graceMs },
      facts: [{ kind: 'idle', closesAt: null }],
    };
  return {
    context: { ...context, closesAt: now + graceMs, closesLeftMs: null },
    facts: [{ kind: 'idle', closesAt: now + graceMs }],
  };
}

/**
 * 60 s if no absentee can come back; else `absenteesGrace`, cut short by the next session's hour. Where that hour has
 * come already the 60 s remain: an absentee never has less than a session without absentees.
 */
export function graceFor({ world, counts }: Live, now: Ms): number {
  const { idleCloseMs, absenteesGraceMs } = world.settings;
  if (counts.canReturn === 0) return idleCloseMs;
  if (world.nextSessionAt === null) return absenteesGraceMs;
  return Math.min(absenteesGraceMs, Math.max(idleCloseMs, world.nextSessionAt - now));
}
