/** A signal that ends with the component: what is still awaited then is told to nobody. */
import { useEffect, useMemo } from 'preact/hooks';

export function useLeaving(): AbortSignal {
  const leaving = useMemo(() => new AbortController(), []);
  useEffect(() => () => leaving.abort(), [leaving]);
  return leaving.signal;
}
