/** Seconds of the called one's clock, and the stage they are at. From `endsAt` and the server's time alone. Pure. */
import type { Ms } from '../../machines/ids.ts';
import type { PublicCalled, PublicSession } from '../../machines/session/public-state.ts';
import { secondsLeft } from '../ui/format.ts';

export type Stage = 'go' | 'soon' | 'last' | 'over' | 'still';

const SOON_S = 30;
const LAST_S = 10;

/** Frozen in a pause, while the record cannot be written, and after an incident until the turn goes on. */
export function secondsOf(called: PublicCalled, now: Ms): number {
  if (called.endsAt === null || called.mode === 'recovering') return Math.ceil(called.leftMs / 1000);
  return secondsLeft(called.endsAt, now);
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
