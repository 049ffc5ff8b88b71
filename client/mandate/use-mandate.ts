/** The mandate that one has given: asked again as soon as it is said to have changed, or the chooser with it. */
import { useEffect, useRef } from 'preact/hooks';
import type { You } from '../../machines/wire/frames.ts';
import type { GivenMandate } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import type { Asked } from '../http/asked.ts';
import { held } from '../live/held.ts';
import { useOwnChange } from '../notifications/use-own-change.ts';

/** @param you as the live line tells it; null where it does not. */
export function useMandate(you: You | null): Asked<GivenMandate> {
  const asked = useAsked<GivenMandate>('/mandate');
  useOwnChange(held.intern.value, 'mandate', asked.again);
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
