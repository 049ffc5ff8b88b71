/** The one way a test waits for another process: looks until it is so, within a bounded time, and says what was missing. */
import { until } from '../../migrations/embedded/until.ts';

const WITHIN_MS = 10_000;

/** @returns the first value of `look` that is neither null nor false. @throws Error naming `what` when time is over. */
export async function eventually<T>(
  what: string,
  look: () => T | null | false | Promise<T | null | false>,
  withinMs = WITHIN_MS,
): Promise<T> {
  const found = await until(withinMs, async () => (await look()) || null);
  if (found === null) throw new Error(`not within ${withinMs} ms: ${what}`);
  return found;
}
