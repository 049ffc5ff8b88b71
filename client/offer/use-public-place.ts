/** «Postes» as the rows see it: nobody chooses there, and names come with the offer. */
import { useMemo } from 'preact/hooks';
import type { OfferPlace } from './offer-context.ts';
import type { Own } from './use-own-offer.ts';

/** @param specialties by their ids. */
export function usePublicPlace(
  { realm, live, favourites }: Own,
  specialties: ReadonlyMap<number, string>,
): OfferPlace {
  return useMemo(() => {
    const specialty: OfferPlace['specialty'] = id => specialties.get(id) ?? null;
    return {
      realm,
      status: () => live?.you.value?.status ?? 'classic',
      names: () => ({ specialty }),
      specialty,
      favourites,
      choosing: () => false,
      chooseButton: () => null,
    };
  }, [realm, live, favourites, specialties]);
}
