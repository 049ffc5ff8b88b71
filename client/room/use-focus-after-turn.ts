/** A turn that passes takes its buttons away with the focus on one of them: it goes on to what is to do now. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Moment } from './moment.ts';

/** @param notes say that the turn has passed, and hold the way back. Nothing moves: they may be scrolled away. */
export function useFocusAfterTurn(kind: Moment['kind'], notes: HTMLElement | null): void {
  const before = useRef(kind);
  useLayoutEffect(() => {
    const passed = before.current === 'myTurn' && kind !== 'myTurn' && kind !== 'chosen';
    before.current = kind;
    if (passed && document.activeElement === document.body) notes?.focus({ preventScroll: true });
  }, [kind, notes]);
}
