/** A change as it is asked for on the screen, as it is shown at once, sent, and taken back. Pure. */
import { favouriteKey, merged, placesAt } from '../../machines/favourites.ts';
import type { FavouriteOf, FavouriteOperation } from '../../machines/favourites.ts';

/** `position` and `to` count from 1, in the list that is shown. */
export type FavouriteChange =
  | {
      readonly kind: 'add';
      readonly of: FavouriteOf;
      readonly position: number | null;
      readonly explained?: boolean;
    }
  | { readonly kind: 'remove'; readonly of: FavouriteOf }
  | { readonly kind: 'move'; readonly of: FavouriteOf; readonly to: number };

/** The list as it will be, without what the server alone knows of other devices. */
export function shown(list: readonly FavouriteOf[], operation: FavouriteOperation): readonly FavouriteOf[] {
  const listed = list.map(of => ({ of, additions: {} }));
  return merged(listed, operation, { device: '', version: 0 }).list.map(({ of }) => of);
}

/** By keys, as other devices understand it. @param seen the version of the list that it is asked on. */
export function operationOf(
  change: FavouriteChange,
  list: readonly FavouriteOf[],
  made: { readonly id: string; readonly seen: number },
): FavouriteOperation {
  const { of } = change;
  switch (change.kind) {
    case 'add': {
      const { position, explained } = change;
      const behind = position === null ? (['end'] as const) : placesAt(list, of, position);
      return { kind: 'add', ...made, of, behind, ...(explained === true ? { explained } : {}) };
    }
    case 'move':
      return { kind: 'move', ...made, of, behind: placesAt(list, of, change.to) };
    case 'remove':
      return { kind: 'remove', ...made, of };
    default:
      return change satisfies never;
  }
}

export function backOf(before: readonly FavouriteOf[], { kind, of }: FavouriteChange): FavouriteChange {
  const key = favouriteKey(of);
  const place = before.findIndex(one => favouriteKey(one) === key) + 1;
  if (kind === 'add') return { kind: 'remove', of };
  return kind === 'remove' ? { kind: 'add', of, position: place } : { kind: 'move', of, to: place };
}

export const isSame = (a: readonly FavouriteOf[], b: readonly FavouriteOf[]): boolean =>
  a.map(favouriteKey).join() === b.map(favouriteKey).join();
