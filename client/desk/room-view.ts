/** All that the room's parts are given: the session as it is now, names, the server's clock, and how to act. */
import type { Ms, PersonId } from '../../machines/ids.ts';
import type { PublicSession, PublicState } from '../../machines/session/public-state.ts';
import type { DeskPerson, DeskRow } from '../../machines/wire/frames.ts';
import type { Asking } from './asking.ts';
import type { DeskCommand } from './desk-command.ts';
import type { Names } from './names.ts';
import type { DeskCounts, DeskQueue } from './queue.ts';

export interface RoomView {
  /** Null until the directory is there. */
  readonly title: string | null;
  readonly state: PublicState;
  /** All of the amphitheatre, in their order. */
  readonly sessions: readonly PublicSession[];
  /** The one that is shown. */
  readonly session: PublicSession;
  /** Its private side: from its host while it lives, from the tables before it begins. */
  readonly people: ReadonlyMap<PersonId, DeskPerson>;
  readonly rows: readonly DeskRow[];
  readonly moderators: readonly string[];
  readonly names: Names;
  readonly queue: DeskQueue;
  readonly counts: DeskCounts;
  /** Its record cannot be written now: time stands still, nothing is decided (architecture §4). */
  readonly suspended: boolean;
  /** The line is down: what others' clocks do is not known, so none is shown. */
  readonly lost: boolean;
  /** The server's clock: parts that count take it through `useNow`, so that they alone are drawn each second. */
  readonly clock: () => Ms;
  /** A command is on its way: buttons take no second press. */
  readonly sending: boolean;
  /** Number of the last journal row on the screen. */
  readonly seq: number;
  /** Opens a dialog on what is on the screen now. */
  readonly ask: (asking: Asking) => void;
  /** Sends at once what asks for nothing more. */
  readonly send: (command: DeskCommand) => void;
}
