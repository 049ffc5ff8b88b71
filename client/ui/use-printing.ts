/** Whether the page is about to be printed: long lists then show all their rows, before the browser lays them out. */
import { options } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = (): void => drawnAtOnce(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}

/** The browser prints what stands there when `beforeprint`, or who calls `print`, returns: it waits for no later drawing. */
export function drawnAtOnce(change: () => void): void {
  options.debounceRendering = draw => draw();
  try {
    change();
  } finally {
    delete options.debounceRendering; // nobody else sets it
  }
}
