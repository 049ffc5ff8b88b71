/** What the rows of the offer need of the page they stand on: who reads, names, favourites, and the button at one's turn. */
import { createContext } from 'preact';
import type { VNode } from 'preact';
import { useContext } from 'preact/hooks';
import type { SpecialtyId } from '../../machines/ids.ts';
import type { RefusalNames } from '../../machines/refusal-text.ts';
import type { ChoiceStatus } from '../../machines/session/world.ts';
import type { FavouritesLife } from '../favourites/favourites-life.ts';
import type { SeatsState } from './offer.ts';

/** Functions, so that a row follows the signals that it reads and the context itself never changes. */
/** The short one on a row, where place is short; the manual's own on its posts (M §10.1). */
export type ChooseWord = 'Choisir' | 'Valider ce choix';

export interface OfferPlace {
  /** Whose searches and favourites; null for the public. */
  readonly realm: 'intern' | 'mandatary' | null;
  readonly status: () => ChoiceStatus;
  readonly names: () => RefusalNames;
  readonly specialty: (id: SpecialtyId) => string | null;
  /** Null where nobody has favourites: no hearts. */
  readonly favourites: FavouritesLife | null;
  /** Whether rows leave a button its place: it is the reader's turn. */
  readonly choosing: () => boolean;
  /** At one's turn and where it is possible. @param title what is chosen, spoken. */
  readonly chooseButton: (
    state: Pick<SeatsState, 'choosable'>,
    title: string,
    word: ChooseWord,
  ) => VNode | null;
}

export const OfferContext = createContext<OfferPlace | null>(null);

/** @throws Error outside a page that shows the offer: a fault of ours. */
export function useOffer(): OfferPlace {
  const place = useContext(OfferContext);
  if (place === null) throw new Error('a part of the offer outside of an offer');
  return place;
}
