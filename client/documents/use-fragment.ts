/** What stands behind `#` in the address: codes and mailed tokens, which no server, log or Referer sees. */
import { useEffect, useState } from 'preact/hooks';

export function useFragment(): string {
  const [fragment, setFragment] = useState(inAddress);
  useEffect(() => {
    const changed = (): void => setFragment(inAddress());
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return fragment;
}

const inAddress = (): string => location.hash.slice(1);
