/** What the reader of «Postes» has of their own: their amphitheatre's live state, their status, their favourites. */
import { useMemo } from 'preact/hooks';
import type { FavouritesLife } from '../favourites/favourites-life.ts';
import { heldFavourites } from '../favourites/held.ts';
import { me } from '../http/account.ts';
import { held } from '../live/held.ts';
import type { Live } from '../live/live.ts';
import type { OwnOffer } from './public-offer.ts';

export interface Own {
  readonly realm: 'intern' | 'mandatary' | null;
  readonly live: Live | null;
  readonly favourites: FavouritesLife | null;
  /** Null for the public, and until the amphitheatre has been heard of. */
  readonly offer: OwnOffer | null;
}

/** Signed in as both, one reads here as the intern. */
export function useOwnOffer(): Own {
  const realm = me.value?.intern ? 'intern' : me.value?.mandatary ? 'mandatary' : null;
  const identity = realm === null ? null : (me.value?.[realm] ?? null);
  const live = realm === null ? null : held[realm].value;
  const favourites = realm === null ? null : heldFavourites[realm].value;
  const [view, directory, you] = [live?.view.value, live?.directory.value, live?.you.value];
  const [person, amphitheatre] = [identity?.person ?? null, identity?.amphitheatre ?? null];
  const offer = useMemo((): OwnOffer | null => {
    const mine = directory?.people.find(({ id }) => id === person);
    if (!view || mine === undefined || amphitheatre === null) return null;
    return {
      amphitheatre,
      state: view.state,
      reader: {
        specialty: mine.specialty,
        status: you?.status ?? 'classic',
        closedLines: you?.closedLines ?? [],
        cappedServices: you?.cappedServices ?? [],
      },
    };
  }, [view, directory, you, person, amphitheatre]);
  return { realm, live, favourites, offer };
}
