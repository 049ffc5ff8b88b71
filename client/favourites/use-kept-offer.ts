/** Keeps on this device what the offer says of the favourites, for when there is no network. For the room and the page. */
import { useEffect, useRef } from 'preact/hooks';
import type { Ms } from '../../machines/ids.ts';
import type { ChoiceStatus } from '../../machines/session/world.ts';
import type { FavouriteRow } from './favourite-rows.ts';
import type { FavouritesLife } from './favourites-life.ts';

/** In a session the offer changes every few seconds: not each time is written down. */
const EVERY_MS = 2_000;

interface Seen {
  readonly status: ChoiceStatus;
  readonly clock: { now(): Ms };
}

/** @param seen null where the rows are not those of a live offer. */
export function useKeptOffer(
  favourites: Pick<FavouritesLife, 'keepOffer'>,
  rows: readonly FavouriteRow[],
  seen: Seen | null,
): void {
  const keptAt = useRef(0);
  const [status, clock] = [seen?.status ?? 'classic', seen?.clock ?? null];
  useEffect(() => {
    if (clock === null) return undefined;
    const keep = (): void => {
      keptAt.current = performance.now();
      const services = [...new Map(rows.map(({ service }) => [service.service.id, service])).values()];
      favourites.keepOffer({ services, status, at: clock.now() });
    };
    const wait = keptAt.current === 0 ? 0 : keptAt.current + EVERY_MS - performance.now();
    if (wait <= 0) {
      keep();
      return undefined;
    }
    const timer = setTimeout(keep, wait);
    return () => clearTimeout(timer);
  }, [favourites, rows, status, clock]);
}
