/** The favourites of the page's reader, for the parts that stand only where there are any. */
import { useOffer } from '../offer/offer-context.ts';
import type { FavouritesLife } from './favourites-life.ts';

/** @throws Error where nobody has favourites: a fault of ours. */
export function useFavourites(): FavouritesLife {
  const { favourites } = useOffer();
  if (favourites === null) throw new Error('a part of the favourites where nobody has any');
  return favourites;
}
