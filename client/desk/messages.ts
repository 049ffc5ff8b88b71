/** The messages of the room: how long one may be, and to whom it goes. Pure. */
import type { PersonId } from '../../machines/ids.ts';
import type { Names } from './names.ts';
import type { Draft } from './room-view.ts';

export const LONGEST_MESSAGE = 1_000; // characters, as the wire takes them

/** To whom a draft goes; null: to one person, whom nobody has picked yet: none is supposed. */
export function goesTo(draft: Pick<Draft, 'to'>, toAll: boolean): PersonId | 'everybody' | null {
  if (draft.to === 'toPick') return null;
  return draft.to ?? (toAll ? 'everybody' : null);
}

/** «à tous», «à Élodie Rambaud, n° 135». */
export const addressee = (to: PersonId | null, names: Names): string =>
  to === null ? 'à tous' : `à ${names.name(to)}, ${names.order(to)}`;
