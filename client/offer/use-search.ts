/**
 * The search that the address holds: read from it, and written into it. What one does is a step to go back from; what
 * one types is put there once the typing rests, in place of what was there.
 */
import { useLocation } from 'preact-iso';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PostId, ServiceId } from '../../machines/ids.ts';
import { addressOf, addressWith, searchFrom, sheetFrom } from '../../machines/offer-address.ts';
import { EVERYTHING } from '../../machines/offer-search.ts';
import type { OfferSearch } from '../../machines/offer-search.ts';

const RESTED_MS = 600; // browsers take some hundred addresses in half a minute, and no more

export interface SearchAsked {
  readonly search: OfferSearch;
  /** The same text for the same search. */
  readonly key: string;
  /** Parameters of the address that say nothing sensible. */
  readonly ignored: readonly string[];
  readonly ask: (search: OfferSearch) => void;
  /** Searched at once, in the address a moment later. */
  readonly type: (words: string) => void;
}

export function useSearch(): SearchAsked {
  const at = useLocation();
  const latest = useRef(at); // what is given out below never changes: a list is not drawn again for an address
  latest.current = at;
  const read = useMemo(() => searchFrom(queryOf(at.url)), [at.url]);
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The address has caught up, or somebody went back: it is what counts.
  useEffect(() => setTyped(null), [at.url]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const wanted = typed === null ? read.search : { ...read.search, words: typed, page: 1 };
  const key = addressOf(wanted);
  const search = useMemo(() => wanted, [key]);
  const present = useRef(search);
  present.current = search;
  const acts = useMemo(() => {
    const go = (next: OfferSearch, replace: boolean): void => {
      clearTimeout(timer.current);
      const { url, route } = latest.current;
      route(urlWith(url, next, null), replace);
    };
    return {
      ask: (next: OfferSearch) => go(next, false),
      type(words: string) {
        setTyped(words);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => go({ ...present.current, words, page: 1 }, true), RESTED_MS);
      },
    };
  }, []);
  return { search, key, ignored: read.ignored, ...acts };
}

/** The sheet of one post, over whatever is searched: an address of its own, and a step to go back from. */
export function useSheet(): {
  readonly post: PostId | null;
  readonly open: (post: PostId) => void;
  readonly close: () => void;
} {
  const { url, route } = useLocation();
  const query = queryOf(url);
  const { search } = searchFrom(query);
  return {
    post: sheetFrom(query) as PostId | null,
    open: post => route(urlWith(url, search, post)),
    close: () => route(urlWith(url, search, null), true),
  };
}

/** «Voir tous les postes de ce service». @param page of the offer; null: the one it stands on. */
export function useSeeAll(page: string | null = null): (service: ServiceId) => void {
  const { url, route } = useLocation();
  return service => route(urlWith(page ?? url, { ...EVERYTHING, only: service, grouping: 'post' }, null));
}

const queryOf = (url: string): URLSearchParams => new URLSearchParams(url.split('?')[1] ?? '');

function urlWith(url: string, search: OfferSearch, sheet: number | null): string {
  const query = addressWith(queryOf(url), search, sheet).toString();
  return `${url.split('?')[0] ?? '/'}${query === '' ? '' : `?${query}`}`;
}
