/** When an amphitheatre opens by itself (domain §2): 7 days before its first session. The worker's minute asks it. */
import type { Ms } from './ids.ts';
import type { SessionStateName } from './session/state.ts';

const OPENS_BEFORE_MS = 7 * 24 * 60 * 60_000; // domain §2

export interface ScheduledSession {
  readonly state: SessionStateName;
  readonly startsAt: Ms | null;
}

/** @param sessions of one amphitheatre, rehearsals left out; not yet validated ones never open by themselves. */
export function opensByItself(sessions: readonly ScheduledSession[], now: Ms): boolean {
  const at = opensAt(sessions);
  return at !== null && sessions.every(({ state }) => state === 'validated') && at <= now;
}

/** The moment at which it does, once it is validated; null while no session has an hour. */
export function opensAt(sessions: readonly Pick<ScheduledSession, 'startsAt'>[]): Ms | null {
  const hours = sessions.flatMap(({ startsAt }) => (startsAt === null ? [] : [startsAt]));
  return hours.length === 0 ? null : Math.min(...hours) - OPENS_BEFORE_MS;
}
