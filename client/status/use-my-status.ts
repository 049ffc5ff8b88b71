/** One's kind of choice and the last request for another: asked by the clock, and at once where the live line says it has changed. */
import { useEffect, useRef } from 'preact/hooks';
import type { ChoiceStatus } from '../../machines/session/world.ts';
import type { MyStatus } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import type { Asked } from '../http/asked.ts';

const LOOK_AGAIN_MS = 30_000;

/** @param live the status as the live line tells it; null where it does not. @param asks false: of somebody else's. */
export function useMyStatus(live: ChoiceStatus | null, asks = true): Asked<MyStatus> {
  const asked = useAsked<MyStatus>(asks ? '/me/status-request' : null, LOOK_AGAIN_MS);
  const known = useRef(live);
  useEffect(() => {
    if (known.current === live) return;
    const first = known.current === null;
    known.current = live;
    if (!first) asked.again();
  }, [live]);
  return asked;
}
