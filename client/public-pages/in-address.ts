/** A choice that the address holds, so that a link shows what one saw: read when the page opens, replaced as it changes. */
import { useState } from 'preact/hooks';

/** @returns the value, '' where there is none, and what changes it without a step in the browser's history. */
export function useInAddress(name: string): readonly [string, (value: string) => void] {
  const [value, setValue] = useState(() => new URLSearchParams(window.location.search).get(name) ?? '');
  const change = (next: string): void => {
    setValue(next);
    const address = new URL(window.location.href);
    if (next === '') address.searchParams.delete(name);
    else address.searchParams.set(name, next);
    history.replaceState(history.state, '', address);
  };
  return [value, change];
}
