/** «#n141» at the end of the address of a call list leads to n° 141, whoever follows it: found, scrolled to, focused. */
import { useEffect, useState } from 'preact/hooks';
import { callOrderText } from '../../machines/call-order-text.ts';

/** What the row of a call order is called in the page: «n141», «n57-bis». */
export const rowId = (callOrder: number): string => `n${callOrderText(callOrder).replace('\u00a0', '-')}`;

/** @param hash as the browser gives it, «#n141». @returns the call order that it means, where one of the rows has it. */
export function orderMeant<Row>(
  hash: string,
  rows: readonly Row[],
  callOrderOf: (row: Row) => number,
): number | null {
  if (!hash.startsWith('#n')) return null;
  const id = hash.slice(1).replace('%2C', ',');
  const row = rows.find(one => rowId(callOrderOf(one)) === id);
  return row === undefined ? null : callOrderOf(row);
}

export interface LedTo {
  /** As the address has it. */
  readonly hash: string;
  /** Each time somebody asks, also for the same row. */
  readonly time: number;
}

/** @returns where the address leads, and what leads to a call order and keeps it in the address. */
export function useLedTo(): readonly [LedTo, (callOrder: number) => void] {
  const [led, setLed] = useState<LedTo>({ hash: window.location.hash, time: 0 });
  const lead = (hash: string): void => setLed(({ time }) => ({ hash, time: time + 1 }));
  useEffect(() => {
    const follow = (): void => lead(window.location.hash);
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return [
    led,
    callOrder => {
      const address = new URL(window.location.href);
      address.hash = rowId(callOrder);
      history.replaceState(history.state, '', address); // no step to go back from
      lead(address.hash);
    },
  ];
}

/** Once each time that somebody asks, as soon as the row is drawn. */
export function useScrolledTo(callOrder: number | null, time: number): void {
  useEffect(() => {
    const row = callOrder === null ? null : document.getElementById(rowId(callOrder));
    if (row === null) return;
    row.scrollIntoView({ block: 'center' });
    row.focus({ preventScroll: true });
  }, [callOrder, time]);
}
