/** Tells of favourites as they go: the live region and the bell once each; the hour stands beside the row. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Ms } from '../../machines/ids.ts';
import { announce } from '../ui/live-regions.tsx';
import { goneSince } from './favourite-rows.ts';
import type { FavouriteRow } from './favourite-rows.ts';
import { goneWords } from './favourite-words.ts';

interface Clock {
  now(): Ms;
}

interface Bell {
  note(text: string): void;
}

/** @param known whether list and offer are there: the first look is no change. @param bell keeps what is told. @returns when each went, by its key. */
export function useGone(
  rows: readonly FavouriteRow[],
  known: boolean,
  clock: Clock | null,
  bell: Bell | null,
): ReadonlyMap<string, Ms> {
  const before = useRef<readonly FavouriteRow[] | null>(null);
  const [goneAt, setGoneAt] = useState<ReadonlyMap<string, Ms>>(new Map());
  useEffect(() => {
    if (!known) return;
    const gone = before.current === null ? [] : goneSince(before.current, rows);
    before.current = rows;
    if (gone.length === 0) return;
    const at = clock?.now() ?? Date.now();
    setGoneAt(last => new Map([...last, ...gone.map(({ key }) => [key, at] as const)]));
    for (const row of gone) bell?.note(goneWords(row));
    announce('status', gone.map(goneWords).join(' '));
  }, [rows, known, clock, bell]);
  return goneAt;
}
