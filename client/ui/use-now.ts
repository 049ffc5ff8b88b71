/** A clock that a part re-renders by: four times a second, so that no second is skipped or shown late. */
import { useEffect, useState } from 'preact/hooks';
import type { Ms } from '../../machines/ids.ts';

const EVERY_MS = 250;

/** @param clock the server's clock as the connection knows it, or the browser's. */
export function useNow(clock: () => Ms): Ms {
  const [now, setNow] = useState(clock);
  useEffect(() => {
    setNow(clock());
    const timer = setInterval(() => setNow(clock()), EVERY_MS);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}
