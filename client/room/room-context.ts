/** Hands the open room's model and its choosing down to its parts. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ChoosingLife } from './choosing.ts';
import type { RoomModel } from './model.ts';

export interface Room extends RoomModel {
  readonly life: ChoosingLife;
}

export const RoomContext = createContext<Room | null>(null);

/** @throws Error outside a room: a fault of ours. */
export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (room === null) throw new Error('a part of the room outside of a room');
  return room;
}
