/** Whether the server answers, and the next try where it does not: soon at first, then each half minute. For favourites-life.ts. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';

export interface Reach {
  readonly away: ReadonlySignal<boolean>;
  /** No answer came. */
  lost(): void;
  found(): void;
  readonly close: () => void;
}

const TRIES_MS = [2_000, 5_000, 10_000, 30_000];

/** @param after starts a timer, returns what stops it. @param again asks once more. */
export function reach(after: (ms: number, run: () => void) => () => void, again: () => void): Reach {
  const away = signal(false);
  let tries = 0;
  let cancel: (() => void) | null = null;
  const stop = (): void => {
    cancel?.();
    cancel = null;
  };
  return {
    away,
    lost() {
      away.value = true;
      stop();
      cancel = after(TRIES_MS[Math.min(tries++, TRIES_MS.length - 1)] ?? 0, again);
    },
    found() {
      away.value = false;
      tries = 0;
      stop();
    },
    close: stop,
  };
}
