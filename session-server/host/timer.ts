/** One alarm on the injected clock: setting it again takes the place of what was set. */
import type { Clock } from '../../api/kit/clock.ts';
import type { Ms } from '../../machines/ids.ts';

export interface Timer {
  set(when: Ms, act: () => Promise<unknown>): void;
  cancel(): void;
}

export function timer(clock: Clock): Timer {
  let cancel: () => void = () => undefined;
  return {
    set(when, act) {
      cancel();
      cancel = clock.at(when, () => void act());
    },
    cancel: () => cancel(),
  };
}
