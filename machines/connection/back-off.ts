/** How long to wait before coming back: growing, and spread, so that a hall that lost its line does not come as one. */
import type { Ms } from '../ids.ts';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;
/** A server that says when to come back is believed up to here. */
const LONGEST_TOLD_MS = 60_000;

/**
 * Half of the wait is sure, half is by chance; it doubles with each loss in a row.
 * @param losses in a row, from 1. @param told what a RESTART close asked for, null where nothing did. @param chance in [0, 1)
 */
export function waitBeforeRetry(losses: number, told: Ms | null, chance: number): Ms {
  if (told !== null) return Math.min(Math.max(0, told), LONGEST_TOLD_MS);
  const whole = Math.min(FIRST_WAIT_MS * 2 ** (losses - 1), LONGEST_WAIT_MS);
  return Math.round(whole / 2 + (whole / 2) * chance);
}

/** `afterMs` as a RESTART close carries it in its reason; null where the text is something else. */
export function toldWait(reason: string): Ms | null {
  return /^\d{1,9}$/u.test(reason) ? Number(reason) : null;
}
