/** Time that moves only when a test moves it. */
import type { Clock } from '../../api/kit/clock.ts';
import type { Ms } from '../../machines/ids.ts';

export interface SimulatedClock extends Clock {
  /** Moves on to `when`, firing what is due on the way, each at its own hour, in order. */
  moveTo(when: Ms): void;
  moveBy(ms: Ms): void;
  /** How many alarms are still set. */
  readonly pending: number;
}

export function simulatedClock(start: Ms = Date.UTC(2027, 2, 22, 8)): SimulatedClock {
  let now = start;
  const alarms = new Set<{ readonly when: Ms; readonly act: () => void }>();
  const nextDue = (until: Ms) =>
    [...alarms].filter(alarm => alarm.when <= until).sort((a, b) => a.when - b.when)[0];
  const moveTo = (when: Ms): void => {
    for (let due = nextDue(when); due; due = nextDue(when)) {
      alarms.delete(due);
      now = Math.max(now, due.when);
      due.act();
    }
    now = Math.max(now, when);
  };
  return {
    now: () => now,
    at(when, act) {
      const alarm = { when, act };
      alarms.add(alarm);
      return () => void alarms.delete(alarm);
    },
    moveTo,
    moveBy: ms => moveTo(now + ms),
    get pending() {
      return alarms.size;
    },
  };
}
