/** Where somebody forgotten stands on a call list (domain §2): the API finds it before it adds them. */
import { compareCallOrder } from './call-order.ts';
import type { CallOrderSettings, Standing } from './call-order.ts';

/** @param list in call order. @returns how many of it stand before `person`. */
export function placeOn(list: readonly Standing[], person: Standing, settings: CallOrderSettings): number {
  const behind = list.findIndex(other => compareCallOrder(person, other, settings) < 0);
  return behind === -1 ? list.length : behind;
}

/**
 * A call order between two neighbours, so that nobody else's changes once a session has started: 57.5 between 57 and
 * 58, the next whole number at the end.
 * @param before that of the neighbour before; null at the head. @param after null at the end.
 */
export function orderBetween(before: number | null, after: number | null): number {
  if (after === null) return Math.floor(before ?? 0) + 1;
  return ((before ?? 0) + after) / 2;
}
