/** One's searches under names, for whoever is signed in here: read when they are looked at, changed over HTTP. */
import { useState } from 'preact/hooks';
import type { SavedSearch } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { call, textOf } from '../http/call.ts';
import type { Answer, Call } from '../http/call.ts';

export interface SavedSearchesKept {
  /** By name; null until they are known. */
  readonly list: readonly SavedSearch[] | null;
  /** Why there is no list; null where there is one. */
  readonly trouble: string | null;
  readonly again: () => void;
  readonly add: (name: string, query: string) => Promise<Kept>;
  readonly change: (id: number, change: { readonly name?: string; readonly query?: string }) => Promise<Kept>;
  readonly remove: (id: number) => Promise<Kept>;
}

/** `nameTaken`: one may take another name, or replace the search that has it. */
export type Kept =
  | { readonly kind: 'done' }
  | { readonly kind: 'nameTaken'; readonly text: string }
  | { readonly kind: 'refused'; readonly text: string };

/** @param realm null: nobody is signed in, there is nothing to ask. */
export function useSavedSearches(realm: 'intern' | 'mandatary' | null): SavedSearchesKept {
  const query = `?realm=${realm}`;
  const { value, trouble, again } = useAsked<readonly SavedSearch[]>(
    realm === null ? null : `/me/searches${query}`,
  );
  const [changed, setChanged] = useState<{
    readonly from: readonly SavedSearch[] | null;
    readonly list: readonly SavedSearch[];
  } | null>(null);
  // The answer to a change is the newest list until the next asking.
  const list = changed !== null && changed.from === value ? changed.list : value;
  const send = async (path: string, what: Call): Promise<Kept> => {
    const answer = await call<readonly SavedSearch[]>(`/me/searches${path}${query}`, what);
    if (answer.kind === 'ok') setChanged({ from: value, list: answer.value });
    return keptFrom(answer);
  };
  return {
    list,
    trouble: trouble === null ? null : textOf(trouble),
    again,
    add: (name, search) => send('', { method: 'POST', body: { name, query: search } }),
    change: (id, change) => send(`/${id}`, { method: 'PUT', body: change }),
    remove: id => send(`/${id}`, { method: 'DELETE' }),
  };
}

function keptFrom(answer: Answer<unknown>): Kept {
  if (answer.kind === 'ok') return { kind: 'done' };
  const taken = answer.kind === 'refused' && answer.code === 'SEARCH_NAME_TAKEN';
  return { kind: taken ? 'nameTaken' : 'refused', text: textOf(answer) };
}
