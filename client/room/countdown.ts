/** Seconds of the called one's clock, and the stage they are at. From `endsAt` and the server's time alone. Pure. */
import type { Ms } from '../../machines/ids.ts';
import type { PublicCalled, PublicSession } from '../../machines/session/public-state.ts';
import { secondsLeft } from '../ui/format.ts';

export type Stage = 'go' | 'soon' | 'last' | 'over' | 'still';

const SOON_S = 30;
const LAST_S = 10;

/**
 * Frozen in a pause, while the record cannot be written, and after an incident until the turn goes on. Never more than
 * was given: a clock known to some milliseconds would make 91 of a turn of 90 that has just begun.
 */
export function secondsOf(
  { endsAt, leftMs, mode }: Pick<PublicCalled, 'endsAt' | 'leftMs' | 'mode'>,
  now: Ms,
): number {
  const given = Math.ceil(leftMs / 1000);
  return endsAt === null || mode === 'recovering' ? given : Math.min(given, secondsLeft(endsAt, now));
}

export function stageOf(seconds: number, still: boolean): Stage {
  if (still) return 'still';
  if (seconds === 0) return 'over';
  if (seconds <= LAST_S) return 'last';
  return seconds <= SOON_S ? 'soon' : 'go';
}

/** Of the bar, from 0 to 1: a longer turn than the session's begins full too. */
export const shareOf = (seconds: number, { turnMs }: PublicSession): number =>
  Math.min(1, (seconds * 1000) / turnMs);
