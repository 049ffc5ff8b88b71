/** A row that was moved keeps the focus, and stays under the finger: the page is scrolled by as much as the row moved. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Followed {
  /** Selectors of the control, the first that is still there; in the row of this key. */
  readonly key: string;
  readonly controls: readonly string[];
  readonly top: number;
}

/** @returns to be called just before the move, with what was pressed. */
export function useFollowedMove(
  list: RefObject<HTMLElement | null>,
  order: string,
): (key: string, pressed: Element, controls: readonly string[]) => void {
  const followed = useRef<Followed | null>(null);
  useLayoutEffect(() => {
    const { current } = followed;
    followed.current = null;
    if (current === null) return;
    const row = list.current?.querySelector(`[data-key="${CSS.escape(current.key)}"]`);
    const control = current.controls.flatMap(selector => row?.querySelector<HTMLElement>(selector) ?? [])[0];
    if (control === undefined) return;
    control.focus({ preventScroll: true });
    window.scrollBy({ top: control.getBoundingClientRect().top - current.top, behavior: 'instant' });
  }, [list, order]);
  return (key, pressed, controls) => {
    followed.current = { key, controls, top: pressed.getBoundingClientRect().top };
  };
}
