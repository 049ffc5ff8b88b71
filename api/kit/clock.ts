/** The one clock (architecture §2): whoever needs the time is given this; tests give a simulated one. */
import type { Ms } from '../../machines/ids.ts';

export interface Clock {
  now(): Ms;
  /** Calls `act` once when `when` is reached; returns what cancels it. Delays past 24 days are cut in pieces. */
  at(when: Ms, act: () => void): () => void;
  /** Where it runs by itself (session-server/steady-clock.ts): takes the machine's time of day over again. */
  catchUp?(): void;
}

const LONGEST_TIMER_MS = 2 ** 31 - 1; // Node fires at once past this

/** With the machine's timers. */
export const clockOf = (now: () => Ms): Clock => ({
  now,
  at(when, act) {
    let timer: NodeJS.Timeout;
    const arm = (): void => {
      const left = when - now();
      timer = setTimeout(left > LONGEST_TIMER_MS ? arm : act, Math.max(0, Math.min(left, LONGEST_TIMER_MS)));
    };
    arm();
    return () => clearTimeout(timer);
  },
});

export const systemClock: Clock = clockOf(() => Date.now());
