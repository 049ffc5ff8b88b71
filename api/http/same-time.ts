/** Answers that tell nobody whether somebody exists take the same time whether they do or not (ASVS 6.3.8). */
import type { Clock } from '../kit/clock.ts';

/** Longer than any of the work takes on a machine that keeps up; shorter than people notice. */
const FLOOR_MS = 400;

/** @returns what the work returned, 400 ms after it began at the earliest. */
export async function sameTime<T>(clock: Clock, work: () => Promise<T>): Promise<T> {
  const over = new Promise<void>(resolve => void clock.at(clock.now() + FLOOR_MS, () => resolve()));
  const value = await work();
  await over;
  return value;
}
