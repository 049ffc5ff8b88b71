/** The owner's alarm that waits while it would decide in the dark: nobody is absent because we could not see them. */
import type { Clock } from '../../api/kit/clock.ts';
import { timer } from './timer.ts';
import type { Timer } from './timer.ts';

/** Gateways speak each second: no use in looking again much sooner. */
const LOOK_AGAIN_MS = 500;

/** @param mustWait asked when the time has come, and again each half second while it says so. */
export function patientTimer(clock: Clock, mustWait: () => boolean): Timer {
  const once = timer(clock);
  const set: Timer['set'] = (when, act) =>
    once.set(when, async () => {
      if (mustWait()) set(clock.now() + LOOK_AGAIN_MS, act);
      else await act();
    });
  return { set, cancel: () => once.cancel() };
}
