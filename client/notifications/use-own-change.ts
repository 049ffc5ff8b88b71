/** A question about what is one's own is asked again when the socket says so, and when words of it may have been lost. */
import { useEffect } from 'preact/hooks';
import type { OwnChange } from '../../machines/wire/frames.ts';
import type { Live } from '../live/live.ts';
import { onCause } from './on-cause.ts';
import { onOwnChange } from './on-own-change.ts';

/** @param live null: nothing is said before there is a line. @param again as `useAsked` gives it. */
export function useOwnChange(live: Live | null, what: OwnChange, again: () => void): void {
  useEffect(() => onCause(again), [again]);
  useEffect(() => (live === null ? undefined : onOwnChange(live, what, again)), [live, what, again]);
}
