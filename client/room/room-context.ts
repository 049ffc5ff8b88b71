/** Hands the open room's model and its choosing down to its parts. */
import type { Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SessionId } from '../../machines/ids.ts';
import type { FavouritesLife } from '../favourites/favourites-life.ts';
import type { GivenMandate } from '../http/answers.ts';
import type { Asked } from '../http/asked.ts';
import type { ChoosingLife } from './choosing.ts';
import type { FeedLife } from './feed-life.ts';
import type { RoomModel } from './model.ts';

export interface Room extends RoomModel {
  /** The rehearsal that this room is of; null: the real one. */
  readonly rehearsal: SessionId | null;
  readonly life: ChoosingLife;
  readonly feed: FeedLife;
  readonly favourites: FavouritesLife;
  /** The mandate that the intern has given, once it was asked for. */
  readonly given: Signal<Asked<GivenMandate> | null>;
}

export const RoomContext = createContext<Room | null>(null);

/** @throws Error outside a room: a fault of ours. */
export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (room === null) throw new Error('a part of the room outside of a room');
  return room;
}
