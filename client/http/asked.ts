/** A page's question to the API: asked when the page opens, asked again on demand or by the clock, given up when it closes. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { call } from './call.ts';
import type { Answer } from './call.ts';

export interface Asked<Value> {
  /** The last good answer; kept while another is on its way or has failed. */
  readonly value: Value | null;
  /** Why there is none, or why it is old. */
  readonly trouble: Exclude<Answer<never>, { kind: 'ok' }> | null;
  readonly again: () => void;
}

/** @param path null: nothing to ask yet. @param everyMs asked again this long after each answer while the page is seen. */
export function useAsked<Value>(path: string | null, everyMs?: number): Asked<Value> {
  const [shown, setShown] = useState<{ path: string | null; value: Value | null }>({ path, value: null });
  const [trouble, setTrouble] = useState<Asked<Value>['trouble']>(null);
  const [turn, setTurn] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (path === null) return undefined;
    const leaving = new AbortController();
    const ask = async (): Promise<void> => {
      const answer = await call<Value>(path, { signal: leaving.signal });
      if (leaving.signal.aborted) return;
      if (answer.kind === 'ok') setShown({ path, value: answer.value });
      setTrouble(answer.kind === 'ok' ? null : answer);
      if (everyMs !== undefined) wait(everyMs);
    };
    const wait = (ms: number): void => {
      timer.current = setTimeout(() => (document.hidden ? wait(ms) : setTurn(last => last + 1)), ms);
    };
    void ask();
    return () => {
      leaving.abort();
      clearTimeout(timer.current);
    };
  }, [path, everyMs, turn]);

  const again = useCallback(() => setTurn(last => last + 1), []);
  return { value: shown.path === path ? shown.value : null, trouble, again };
}
