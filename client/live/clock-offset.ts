/**
 * The server's clock as this client knows it: the offset of the ping with the lowest round trip. A measure that
 * contradicts the kept ones means that the client's own clock was moved (or slept): then the old ones are forgotten.
 */
import type { Ms } from '../../machines/ids.ts';

export interface Measure {
  /** Server's clock minus the client's. */
  readonly offset: Ms;
  /** How wrong it may be, either way: half of the round trip. */
  readonly within: Ms;
}

const KEPT = 8;

/** @param sent and @param received by the client's clock, @param server what the server's said in between. */
export function measureOf(sent: Ms, received: Ms, server: Ms): Measure {
  const roundTrip = Math.max(0, received - sent);
  return { offset: server + roundTrip / 2 - received, within: roundTrip / 2 };
}

/** The newest last, eight at most. */
export function withMeasure(measures: readonly Measure[], next: Measure): readonly Measure[] {
  const agree = measures.every(
    kept => Math.abs(kept.offset - next.offset) <= kept.within + next.within + TOLERANCE_MS,
  );
  return agree ? [...measures, next].slice(-KEPT) : [next];
}

/** Two clocks drift apart a little between two pings. */
const TOLERANCE_MS = 50;

/** 0 before any measure. */
export function offsetOf(measures: readonly Measure[]): Ms {
  const [first, ...others] = measures;
  if (first === undefined) return 0;
  return others.reduce((best, one) => (one.within <= best.within ? one : best), first).offset;
}
