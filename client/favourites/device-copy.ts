/**
 * What one device keeps of one person's favourites (IndexedDB): the last list, the changes still to be sent, and what
 * the offer said of them; so that they can be read and arranged without network, also after a reload. For
 * favourites-life.ts; forgotten at the sign-out by held.ts.
 */
import { del, get, update } from 'idb-keyval';
import type { FavouriteOperation } from '../../machines/favourites.ts';
import type { Ms, PersonId } from '../../machines/ids.ts';
import type { ChoiceStatus } from '../../machines/session/world.ts';
import type { Favourites } from '../http/answers.ts';
import type { OfferService } from '../offer/offer.ts';

export interface DeviceCopy {
  readonly person: PersonId;
  /** This browser's own name among the person's devices. */
  readonly device: string;
  readonly server: Favourites | null;
  readonly waiting: readonly FavouriteOperation[];
  readonly offer: KeptOffer | null;
}

/** The services of the favourites as they were last seen. */
export interface KeptOffer {
  readonly services: readonly OfferService[];
  readonly status: ChoiceStatus;
  readonly at: Ms;
}

/** Storage may be refused (private windows): then nothing is kept, and nothing fails. */
export interface CopyShelf {
  read(): Promise<DeviceCopy | null>;
  /** @param done changes that were answered: another window of this browser may still have them waiting. */
  keep(copy: DeviceCopy, done: ReadonlySet<string>): Promise<void>;
  forget(): Promise<void>;
}

const KEY = 'favoris';
/** Raised when the copy's shape changes: an older one is passed over. */
const SHAPE = 1;

interface Kept extends DeviceCopy {
  readonly shape: number;
}

export const browserShelf: CopyShelf = {
  async read() {
    const kept = await get<Kept>(KEY).catch(() => undefined);
    return kept?.shape === SHAPE ? kept : null;
  },
  async keep(copy, done) {
    await update<Kept>(KEY, before => ({
      ...copy,
      shape: SHAPE,
      waiting: ofAllWindows(before ?? null, copy, done),
    })).catch(() => undefined);
  },
  async forget() {
    await del(KEY).catch(() => undefined);
  },
};

/** Those that other windows have kept come first: sent twice they are done once. */
export function ofAllWindows(
  before: DeviceCopy | null,
  { person, waiting }: DeviceCopy,
  done: ReadonlySet<string>,
): readonly FavouriteOperation[] {
  if (before === null || before.person !== person) return waiting;
  const own = new Set(waiting.map(({ id }) => id));
  return [...before.waiting.filter(({ id }) => !own.has(id) && !done.has(id)), ...waiting];
}
