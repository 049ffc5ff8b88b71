/** Rows keep their place while a pointer is down or focus is inside their list (screens §1.5): the order shown waits. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

interface Held<Row> {
  readonly rows: readonly Row[];
  /** To spread on the element around the rows. */
  readonly hold: {
    readonly onPointerDown: () => void;
    readonly onFocusCapture: () => void;
    readonly onBlurCapture: (event: FocusEvent) => void;
  };
}

/**
 * @param rows as they are now. @param keyOf tells a row from the others. @param asked what the user asked for (filter,
 * page…): when it changes the order is taken anew, held or not.
 * @returns the rows with what is new in each, in the order that was shown when the hold began.
 */
export function useHeld<Row>(
  rows: readonly Row[],
  everything: readonly Row[],
  keyOf: (row: Row) => string | number,
  asked: string,
): Held<Row> {
  const [pressed, setPressed] = useState(false);
  const [focused, setFocused] = useState(false);
  const shown = useRef<{ readonly asked: string; readonly keys: readonly (string | number)[] } | null>(null);
  useEffect(() => {
    if (!pressed) return undefined;
    const release = (): void => setPressed(false);
    const ends = ['pointerup', 'pointercancel'] as const;
    for (const end of ends) window.addEventListener(end, release);
    return () => {
      for (const end of ends) window.removeEventListener(end, release);
    };
  }, [pressed]);
  const held = (pressed || focused) && shown.current?.asked === asked;
  if (!held) shown.current = { asked, keys: rows.map(keyOf) };
  const onBlurCapture = useCallback((event: FocusEvent) => {
    const { currentTarget: list, relatedTarget: next } = event;
    setFocused(list instanceof Node && next instanceof Node && list.contains(next));
  }, []);
  return {
    rows: held ? inOrder(shown.current?.keys ?? [], everything, keyOf) : rows,
    hold: { onPointerDown: () => setPressed(true), onFocusCapture: () => setFocused(true), onBlurCapture },
  };
}

function inOrder<Row, Key>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): readonly Row[] {
  const byKey = new Map(rows.map(row => [keyOf(row), row]));
  return keys.flatMap(key => byKey.get(key) ?? []);
}
