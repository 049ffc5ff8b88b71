/** The semester's offer while «Postes» is open: read once an edition, prepared once, its state asked for again and again. */
import { useEffect, useMemo } from 'preact/hooks';
import type { OfferState, PublicOffer } from '../../machines/public-offer.ts';
import { useAsked } from '../http/asked.ts';
import { textOf } from '../http/call.ts';
import { prepared } from './public-offer.ts';
import type { PreparedOffer } from './public-offer.ts';

const LOOK_AGAIN_MS = 3_000; // some 3 kB where something has changed, nothing where not

export interface PublicOfferAsked {
  /** Null until it is there. */
  readonly offer: PreparedOffer | null;
  readonly semester: string | null;
  readonly state: OfferState | null;
  /** Whether what is shown follows the choices now. */
  readonly live: boolean;
  readonly trouble: string | null;
  readonly again: () => void;
}

export function usePublicOffer(): PublicOfferAsked {
  const whole = useAsked<PublicOffer>('/offer');
  const now = useAsked<OfferState>('/offer/state', LOOK_AGAIN_MS);
  const offer = useMemo(() => (whole.value === null ? null : prepared(whole.value)), [whole.value]);
  // The same text is the same state: nothing is drawn again for it.
  const state = useMemo(() => now.value, [now.value?.edition, now.value?.posts]);
  const behind = state !== null && offer !== null && state.edition !== offer.edition;
  useEffect(() => {
    if (behind) whole.again();
  }, [behind, state]);
  return {
    offer,
    semester: whole.value?.semester ?? null,
    state,
    live: state !== null && now.trouble === null && !behind,
    trouble: offer === null && whole.trouble !== null ? textOf(whole.trouble) : null,
    again: () => {
      whole.again();
      now.again();
    },
  };
}
