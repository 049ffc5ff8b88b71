/** The green band replaces the bars above the content: the page is scrolled by as much, so nothing moves under the finger. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** @returns `wanted`, one drawing later: in between the place of `anchor` is noted. */
export function useKeptScroll(wanted: boolean, anchor: RefObject<HTMLElement | null>): boolean {
  const [shown, setShown] = useState(wanted);
  const top = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (wanted === shown) return;
    top.current = anchor.current?.getBoundingClientRect().top ?? null;
    setShown(wanted);
  }, [wanted, shown, anchor]);
  useLayoutEffect(() => {
    const before = top.current;
    const now = anchor.current?.getBoundingClientRect().top;
    top.current = null;
    if (before === null || now === undefined || window.scrollY === 0) return;
    window.scrollBy({ top: now - before, behavior: 'instant' });
  }, [shown, anchor]);
  return shown;
}
