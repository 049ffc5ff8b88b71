/**
 * An intern's favourites (domain §7): who may read and arrange them, and how changes made on several devices, some of
 * them offline, become one list. For the API, which merges them, and the client, which shows a change before its answer.
 */
import type { PostId, ServiceId } from './ids.ts';
import type { Refusal } from './refusal.ts';
import type { SessionStateName } from './session/state.ts';

/** A whole service, as a reference, or one post. */
export type FavouriteOf = { readonly service: ServiceId } | { readonly post: PostId };
/** «s12» or «p34»: the same for the same service or post. */
export type FavouriteKey = `s${number}` | `p${number}`;

/** Favourites exist from *open* on (domain §2). @param sessions of the amphitheatre, rehearsals left out. */
export function mayReadFavourites(sessions: readonly SessionStateName[]): Refusal | null {
  const closed = sessions.find(state => state === 'draft' || state === 'validated');
  if (sessions.length > 0 && closed === undefined) return null;
  return { code: 'WRONG_STATE', state: closed ?? 'draft', command: 'favourites' };
}

/** The holder of a mandate reads them; only the intern arranges them (domain §6). */
export function mayArrangeFavourites(
  realm: 'intern' | 'mandatary',
  sessions: readonly SessionStateName[],
): Refusal | null {
  return realm === 'mandatary' ? { code: 'FORBIDDEN' } : mayReadFavourites(sessions);
}

export const favouriteKey = (of: FavouriteOf): FavouriteKey =>
  'service' in of ? `s${of.service}` : `p${of.post}`;

/** Where one is put: right behind another, or at either end, which are always there. */
export type FavouritePlace = FavouriteKey | 'head' | 'end';
/** Places that one change names, nearest first: the first that is still there counts. */
export const PLACES_NAMED = 8;

/** One change as a device made it, by keys and never by numbers, which another device may have changed meanwhile. */
export type FavouriteOperation = {
  /** Its own: the same sent again is not done again. */
  readonly id: string;
  /** The version of the list that it was decided on. */
  readonly seen: number;
  readonly of: FavouriteOf;
} & (
  | { readonly kind: 'add'; readonly behind: readonly FavouritePlace[]; readonly explained?: boolean }
  | { readonly kind: 'move'; readonly behind: readonly FavouritePlace[] }
  | { readonly kind: 'remove' }
);

/** Which device has added it, at which version of the list: what a removal that did not know of it leaves standing. */
export type Additions = Readonly<Record<string, number>>;

export interface ListedFavourite {
  readonly of: FavouriteOf;
  readonly additions: Additions;
}

/**
 * `same`: it was so already. `gone`: taken away elsewhere, not moved. `kept`: taken away here while another device added
 * it anew, so it stays. `notOffered`: one's amphitheatre does not offer it.
 */
export type FavouriteOutcome = 'done' | 'same' | 'gone' | 'kept' | 'notOffered';

export interface MadeAt {
  readonly device: string;
  /** That the list will have. */
  readonly version: number;
}

interface Merged {
  readonly list: readonly ListedFavourite[];
  readonly outcome: FavouriteOutcome;
}

/**
 * One operation on the list as it stands. Whatever the order in which those of several devices come: the same favourites
 * are in the list in the end (of an addition and a removal that did not know of each other the addition holds, and a
 * removal wins over a move), none twice; each lands right behind the place it names; all others keep their order.
 */
export function merged(
  list: readonly ListedFavourite[],
  operation: FavouriteOperation,
  { device, version }: MadeAt,
): Merged {
  const key = favouriteKey(operation.of);
  const there = list.find(one => favouriteKey(one.of) === key);
  const others = list.filter(one => one !== there);
  switch (operation.kind) {
    case 'add': {
      const additions = newest({ ...there?.additions, [device]: version });
      if (there !== undefined)
        return { list: list.map(one => (one === there ? { ...one, additions } : one)), outcome: 'same' };
      const place = placeIn(others, operation.behind) ?? others.length;
      return { list: others.toSpliced(place, 0, { of: operation.of, additions }), outcome: 'done' };
    }
    case 'move': {
      if (there === undefined) return { list, outcome: 'gone' };
      const place = placeIn(others, operation.behind);
      if (place === null || list[place] === there) return { list, outcome: 'same' };
      return { list: others.toSpliced(place, 0, there), outcome: 'done' };
    }
    case 'remove': {
      if (there === undefined) return { list, outcome: 'same' };
      const unseen = Object.entries(there.additions).filter(
        ([by, at]) => by !== device && at > operation.seen,
      );
      if (unseen.length === 0) return { list: others, outcome: 'done' };
      const additions = Object.fromEntries(unseen);
      return { list: list.map(one => (one === there ? { ...one, additions } : one)), outcome: 'kept' };
    }
    default:
      return operation satisfies never;
  }
}

/** A person's own devices are fewer; what a script adds under a thousand names does not make its row grow. */
const MOST_ADDITIONS = 32;

/** The oldest go: whoever did not know of one of those did not know of these either. */
const newest = (additions: Additions): Additions =>
  Object.fromEntries(
    Object.entries(additions)
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, MOST_ADDITIONS),
  );

/** Null where none of the places is there any more. */
function placeIn(others: readonly ListedFavourite[], behind: readonly FavouritePlace[]): number | null {
  const places = new Map<FavouritePlace, number>(
    others.map(({ of }, index) => [favouriteKey(of), index + 1] as const),
  );
  places.set('head', 0).set('end', others.length);
  return behind.flatMap(place => places.get(place) ?? [])[0] ?? null;
}

/** The places to name for standing at `position` (from 1; past the end is the end) among the others of the list. */
export function placesAt(
  list: readonly FavouriteOf[],
  of: FavouriteOf,
  position: number,
): readonly FavouritePlace[] {
  const others = list.map(favouriteKey).filter(key => key !== favouriteKey(of));
  const before = others.slice(0, Math.max(1, position) - 1).toReversed();
  return [...before, 'head' as const].slice(0, PLACES_NAMED);
}

/** A favourite of an earlier semester, as today's offer has it. */
export interface OldFavourite {
  readonly service: ServiceId;
  /** Whether one's amphitheatre has posts of that service now. */
  readonly offered: boolean;
  /** Of a single post: that of the same number in the same service now. */
  readonly single: { readonly post: PostId | null } | null;
}

export interface TakenOver<Old extends OldFavourite> {
  /** To be added at the end, in the old order. */
  readonly added: readonly FavouriteOf[];
  /** Single posts that are no more, and stand for their service now. */
  readonly asService: readonly Old[];
  /** In the present list already. */
  readonly already: readonly Old[];
  readonly notOffered: readonly Old[];
}

/** What an earlier semester's list gives in today's offer. @param present what the list holds already. */
export function takenOver<Old extends OldFavourite>(
  old: readonly Old[],
  present: readonly FavouriteOf[],
): TakenOver<Old> {
  const before = new Set(present.map(favouriteKey));
  const offered = old.filter(one => one.offered).map(one => ({ one, of: todays(one) }));
  const added = new Map(
    offered.map(({ of }) => [favouriteKey(of), of] as const).filter(([key]) => !before.has(key)),
  );
  return {
    added: [...added.values()],
    asService: offered.flatMap(({ one, of }) => (one.single !== null && 'service' in of ? one : [])),
    already: offered.flatMap(({ one, of }) => (before.has(favouriteKey(of)) ? one : [])),
    notOffered: old.filter(one => !one.offered),
  };
}

const todays = ({ service, single }: OldFavourite): FavouriteOf =>
  single === null || single.post === null ? { service } : { post: single.post };
