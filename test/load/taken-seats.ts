/** What the robots tell each other: who of the classic ones sits on which line. A validating supernumerary cannot see it. */
import type { LineId } from '../../machines/ids.ts';
import type { Stage, StagePerson, StagePost } from './stage.ts';

export interface TakenSeats {
  add(post: StagePost, person: StagePerson): void;
  /** Fewer classic ones with a better call order sit there than the line has seats (domain §4). */
  leavesRoom(post: StagePost, person: StagePerson): boolean;
}

export function takenSeats(stage: Stage): TakenSeats {
  const seats = new Map<LineId, number>();
  const holders = new Map<LineId, number[]>();
  for (const { line } of stage.posts) seats.set(line, (seats.get(line) ?? 0) + 1);
  return {
    add({ line }, { status, callOrder }) {
      if (status === 'classic') holders.set(line, [...(holders.get(line) ?? []), callOrder]);
    },
    leavesRoom({ line }, { callOrder }) {
      const better = (holders.get(line) ?? []).filter(other => other < callOrder);
      return better.length < (seats.get(line) ?? 0);
    },
  };
}
