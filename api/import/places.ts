/** Which amphitheatre a row belongs to: the one of its specialty group and phase (domain §11). */
import type { Phase } from '../../machines/directory.ts';
import type { AmphitheatreId } from '../../machines/ids.ts';
import { fold } from './files/fold.ts';
import type { Amphitheatre } from './store/amphitheatres.ts';

export interface Place {
  readonly groupId: number;
  readonly phase: Phase;
}

/** @throws Error for a place whose amphitheatre is not among those locked. */
export type Placing = (place: Place) => AmphitheatreId;

export function placing(amphitheatres: ReadonlyMap<AmphitheatreId, Amphitheatre>): Placing {
  const ids = new Map([...amphitheatres.values()].map(one => [placeKey(one), one.id]));
  return place => {
    const id = ids.get(placeKey(place));
    if (id === undefined) throw new Error(`no locked amphitheatre for ${placeKey(place)}`);
    return id;
  };
}

/** The places that the rows name, once each, in the order they come. `groups`: ids by folded name. */
export function placesOf(
  rows: readonly { readonly group: string; readonly phase: Phase }[],
  groups: ReadonlyMap<string, number>,
): readonly Place[] {
  const places = rows.map(({ group, phase }) => ({ groupId: idOfName(groups, group), phase }));
  return [...new Map(places.map(place => [placeKey(place), place])).values()];
}

/** @throws Error for a name that was not stored. */
export function idOfName(ids: ReadonlyMap<string, number>, name: string): number {
  const id = ids.get(fold(name));
  if (id === undefined) throw new Error('a name of the files was not stored');
  return id;
}

const placeKey = ({ groupId, phase }: Place): string => `${groupId} ${phase}`;
