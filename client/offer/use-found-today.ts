/** What each search under a name finds today, one search a task: fifty of them never hold a slow phone up. */
import { useEffect, useState } from 'preact/hooks';
import { searchFrom } from '../../machines/offer-address.ts';
import { found } from '../../machines/offer-search.ts';
import type { SavedSearch } from '../http/answers.ts';
import type { OfferSource } from './offer-source.ts';
import { foundWords } from './search-words.ts';

export function useFoundToday(
  { index, states }: OfferSource,
  list: readonly SavedSearch[] | null,
): ReadonlyMap<number, string> {
  const [words, setWords] = useState<ReadonlyMap<number, string>>(new Map());
  useEffect(() => {
    const left = [...(list ?? [])];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const next = (): void => {
      const one = left.shift();
      if (one === undefined) return;
      const { search } = searchFrom(new URLSearchParams(one.query));
      const text = foundWords(found(index, states, search));
      setWords(before => new Map(before).set(one.id, text));
      timer = setTimeout(next);
    };
    timer = setTimeout(next);
    return () => clearTimeout(timer);
  }, [index, states, list]);
  return words;
}
