/**
 * The live side's clock: the machine's time of day as it was found, and from then on what has really passed. However
 * the machine's clock is set meanwhile (NTP, a hand, a sleep of the machine), nobody's turn is shorter or longer for it
 * and no stamp goes back. `start.ts` and `start-sessions.ts` open it; the host catches up where it owns no session.
 */
import { clockOf } from '../api/kit/clock.ts';
import type { Clock } from '../api/kit/clock.ts';
import type { Ms } from '../machines/ids.ts';

export interface Machine {
  /** As people read it; may leap either way. */
  timeOfDay(): Ms;
  /** Since some moment: never back, never a leap. */
  passed(): Ms;
}

const thisMachine: Machine = { timeOfDay: () => Date.now(), passed: () => performance.now() };

export function steadyClock(machine: Machine = thisMachine): Required<Clock> {
  let began = 0;
  const catchUp = (): void => {
    began = machine.timeOfDay() - machine.passed();
  };
  catchUp();
  return { ...clockOf(() => Math.floor(began + machine.passed())), catchUp };
}
