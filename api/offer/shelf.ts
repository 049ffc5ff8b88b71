/**
 * The public offer and its state as bytes, packed once for everybody: 5,500 people and their families ask in the same
 * minute, and PostgreSQL writes the state at most once a second, the offer once an edition.
 */
import type { Sql } from '../../migrations/open.ts';
import { packedText } from '../http/packed-text.ts';
import type { PackedText } from '../http/packed-text.ts';
import type { Clock } from '../kit/clock.ts';
import { readSeats, writeOffer } from './statements.ts';
import type { SeatsNow, WrittenOffer } from './statements.ts';

export interface OfferShelf {
  readonly offer: () => Promise<PackedText>;
  readonly state: () => Promise<PackedText>;
}

interface Shelved {
  readonly at: number;
  readonly written: WrittenOffer;
  readonly offer: PackedText;
  readonly stateText: string;
  readonly state: PackedText;
}

const FRESH_MS = 1_000; // a choice is seen this much later at most, the page's own asking aside
const TRIES = 3; // an offer that changes between two statements is read again

export function offerShelf(sql: Sql, clock: Clock): OfferShelf {
  let kept: Shelved | null = null;
  /** By the first who asks once it is old; the others of that moment wait for the same writing. */
  const renewed = oneAtATime(async () => {
    const at = clock.now(); // what is written while it is read is for the next time
    for (let tries = 0; tries < TRIES; tries++) {
      const seats = await readSeats(sql);
      const written = kept?.written.edition === seats.edition ? kept.written : await writeOffer(sql);
      if (written.edition !== seats.edition) continue;
      const stateText = stateOf(written, seats);
      kept = {
        at,
        written,
        stateText,
        offer: kept?.written === written ? kept.offer : packedText(written.text),
        state: kept?.stateText === stateText ? kept.state : packedText(stateText),
      };
      return kept;
    }
    throw new Error('the offer changes faster than it can be read');
  });
  const fresh = async (): Promise<Shelved> =>
    kept !== null && Math.abs(clock.now() - kept.at) < FRESH_MS ? kept : renewed();
  return {
    offer: async () => (await fresh()).offer,
    state: async () => (await fresh()).state,
  };
}

/** The shape is `OfferState` of machines/public-offer.ts; 12,000 posts take a millisecond. */
function stateOf({ edition, posts }: WrittenOffer, seats: SeatsNow): string {
  const [filled, blocked] = [new Set(seats.filled), new Set(seats.blocked)];
  const digits = posts.map(post => (blocked.has(post) ? '2' : filled.has(post) ? '1' : '0'));
  return JSON.stringify({ edition, posts: digits.join('') });
}

/** A failed writing fails those who waited for it, and the next one tries again. */
function oneAtATime<T>(write: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | null = null;
  return () => {
    underWay ??= write().finally(() => {
      underWay = null;
    });
    return underWay;
  };
}
