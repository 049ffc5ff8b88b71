/** Seats of each department, over the services that are listed: what its heading counts, as its rows count theirs. Pure. */
import { foldedWords } from '../../machines/folded.ts';
import type { OfferIndex } from '../../machines/offer-index.ts';
import { isBlocked, isFilled } from '../../machines/offer-index.ts';
import type { Found } from '../../machines/offer-search.ts';

export interface Seats {
  readonly filled: number;
  readonly offered: number;
}

/** @returns the seats of a department by its title, «75 – Paris». */
export function departmentSums(
  index: OfferIndex,
  states: Uint8Array,
  { services }: Pick<Found, 'services'>,
): (title: string) => Seats {
  const listed = new Set(services);
  const sums = new Map<string, { filled: number; offered: number }>();
  for (const { service, texts, first, end } of index.lines) {
    if (!listed.has(service)) continue;
    const sum = sums.get(texts.department) ?? { filled: 0, offered: 0 };
    sums.set(texts.department, sum);
    for (const state of states.subarray(first, end)) {
      if (isBlocked(state)) continue;
      sum.offered += 1;
      if (isFilled(state)) sum.filled += 1;
    }
  }
  return title => sums.get(foldedWords(title).join(' ')) ?? { filled: 0, offered: 0 };
}
