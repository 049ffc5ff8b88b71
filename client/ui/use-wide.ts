/** Whether the window is wide enough for a second column: for pages whose order of reading differs with it. */
import { useEffect, useState } from 'preact/hooks';

const WIDE = '(min-width: 60rem)'; // as in the styles

export function useWide(): boolean {
  const [wide, setWide] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const query = matchMedia(WIDE);
    const tell = (): void => setWide(query.matches);
    tell();
    query.addEventListener('change', tell);
    return () => query.removeEventListener('change', tell);
  }, []);
  return wide;
}
