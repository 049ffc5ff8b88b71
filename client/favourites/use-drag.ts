/** Makes the rows of a list of favourites draggable by their grips, once the part that can is loaded. */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type * as drags from './drag.ts';

type Drag = typeof drags;

/** @param order the keys of the rows, in order. @param moved the row, its new place from 1. */
export function useDrag(
  list: RefObject<HTMLElement | null>,
  order: readonly string[],
  moved: (key: string, to: number) => void,
): void {
  const [drag, setDrag] = useState<Drag | null>(null);
  const latest = useRef({ order, moved });
  latest.current = { order, moved };
  const keys = order.join();
  useEffect(() => {
    let left = false;
    // Without it everything is still done by number, buttons and keys.
    void import('./drag.ts').then(
      loaded => left || setDrag(loaded),
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, []);
  useEffect(() => {
    if (drag === null || list.current === null || keys === '') return undefined;
    return drag.dragRows(list.current, (key, over, behind) => {
      const to = placeOfDrop(latest.current.order, key, over, behind);
      if (to !== null) latest.current.moved(key, to);
    });
    // Rows that another device has moved are not where they were when one was taken up: it goes back.
  }, [drag, list, keys]);
}

/** From 1; null where it was let go where it was. */
function placeOfDrop(order: readonly string[], key: string, over: string, behind: boolean): number | null {
  const others = order.filter(one => one !== key);
  const place = others.indexOf(over) + (behind ? 2 : 1);
  return others.includes(over) && place !== order.indexOf(key) + 1 ? place : null;
}
