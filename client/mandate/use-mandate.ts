/** The mandate that one has given: asked by the clock, and at once where the live line says that the chooser has changed. */
import { useEffect, useRef } from 'preact/hooks';
import type { You } from '../../machines/wire/frames.ts';
import type { GivenMandate } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import type { Asked } from '../http/asked.ts';

const LOOK_AGAIN_MS = 20_000;

/** @param you as the live line tells it; null where it does not. */
export function useMandate(you: You | null): Asked<GivenMandate> {
  const asked = useAsked<GivenMandate>('/mandate', LOOK_AGAIN_MS);
  const chooser = you?.chooser ?? null;
  const known = useRef(chooser);
  useEffect(() => {
    if (known.current === chooser) return;
    const first = known.current === null;
    known.current = chooser;
    if (!first) asked.again();
  }, [chooser]);
  return asked;
}
