/** One's kind of choice and the last request for another: asked again as soon as either is said to have changed. */
import { useEffect, useRef } from 'preact/hooks';
import type { MyStatus } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import type { Asked } from '../http/asked.ts';
import { held } from '../live/held.ts';
import { useOwnChange } from '../notifications/use-own-change.ts';

export function useMyStatus(): Asked<MyStatus> {
  const asked = useAsked<MyStatus>('/me/status-request');
  const live = held.intern.value;
  useOwnChange(live, 'status', asked.again);
  // A live session changes it in its own row.
  const status = live?.you.value?.status ?? null;
  const known = useRef(status);
  useEffect(() => {
    if (known.current === status) return;
    const first = known.current === null;
    known.current = status;
    if (!first) asked.again();
  }, [status]);
  return asked;
}
