/** Whether a pause has just ended: said for a moment where one looks, as it is spoken once. */
import { useEffect, useRef, useState } from 'preact/hooks';

const SAID_MS = 6_000;

export function useResumed(paused: boolean): boolean {
  const [resumed, setResumed] = useState(false);
  const before = useRef(paused);
  useEffect(() => {
    const ended = before.current && !paused;
    before.current = paused;
    setResumed(ended);
    if (!ended) return undefined;
    const timer = setTimeout(() => setResumed(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [paused]);
  return resumed;
}
