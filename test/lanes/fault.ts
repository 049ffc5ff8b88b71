/** Why a lane is not to be believed, whatever its tests say: a run that checks nothing must not look like one that found nothing. */
import type { Counts } from './counts.ts';

/** How the process of a lane came to its end. */
export interface End {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly signal: string | null;
  /** Of its closing line; null where it never came to it. */
  readonly counts: Counts | null;
  /** Why we ended it; null where it left by itself. */
  readonly ended: string | null;
}

/** @returns one sentence without its subject, the lane; null where its counts are the whole truth. */
export function faultOf({ code, signal, counts, ended }: End): string | null {
  if (ended !== null) return ended;
  const how = code === null ? `by ${signal}` : `with code ${code}`;
  if (counts === null) return `ended ${how} before its tests were over`;
  if (counts.passed + counts.failed === 0) return 'ran no test';
  if (code === null || (code === 0) !== (counts.failed === 0))
    return `ended ${how}, and ${counts.failed} of its tests failed`;
  return null;
}
