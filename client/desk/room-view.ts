/** All that the room's parts are given: the session as it is now, names, the server's clock, and how to act. */
import type { Ms, PersonId } from '../../machines/ids.ts';
import type { PublicSession, PublicState } from '../../machines/session/public-state.ts';
import type { DeskPerson, DeskRow, WireCommand } from '../../machines/wire/frames.ts';
import type { ListedAmphitheatre } from '../http/answers.ts';
import type { Names } from './names.ts';
import type { DeskCounts, DeskQueue } from './queue.ts';

export interface RoomView {
  readonly amphitheatre: ListedAmphitheatre | null;
  readonly state: PublicState;
  readonly session: PublicSession;
  readonly people: ReadonlyMap<PersonId, DeskPerson>;
  readonly rows: readonly DeskRow[];
  readonly moderators: readonly string[];
  readonly names: Names;
  readonly queue: DeskQueue;
  readonly counts: DeskCounts;
  /** The server's clock: parts that count take it through `useNow`, so that they alone are drawn each second. */
  readonly clock: () => Ms;
  /** A command is on its way: buttons say «Envoi…» and take no second press. */
  readonly sending: boolean;
  /** Number of the last journal row on the screen. */
  readonly seq: number;
  /** @param seen the row that was last when the dialog opened: what the moderator decided on. */
  readonly send: (command: WireCommand, seen: number) => void;
}
