/** All that the room's parts are given: the session as it is now, names, the server's clock, and how to act. */
import type { Directory } from '../../machines/directory.ts';
import type { Ms, PersonId } from '../../machines/ids.ts';
import type { Lasting, LastingOfPerson } from '../../machines/session/lasting.ts';
import type { PublicSession, PublicState } from '../../machines/session/public-state.ts';
import type { DeskPerson, DeskRow } from '../../machines/wire/frames.ts';
import type { Asking } from './asking.ts';
import type { DeskCommand } from './desk-command.ts';
import type { Names } from './names.ts';
import type { DeskCounts, DeskQueue } from './queue.ts';
import type { Situation } from './specimen.ts';
import type { Phones } from './use-phones.ts';

export interface RoomView {
  /** Null until the directory is there. */
  readonly title: string | null;
  readonly directory: Directory | null;
  readonly state: PublicState;
  /** All of the amphitheatre, in their order. */
  readonly sessions: readonly PublicSession[];
  /** The one that is shown. */
  readonly session: PublicSession;
  /** What the machine is asked with: which acts are taken now. */
  readonly situation: Situation;
  /** Its private side: from its host while it lives, from the tables before it begins. */
  readonly people: ReadonlyMap<PersonId, DeskPerson>;
  /** The last hundred of the session. */
  readonly rows: readonly DeskRow[];
  /** What of the rows before those is still needed; null: of a session whose journal is not here. */
  readonly lasting: Lasting | null;
  /** What lasts of each person, from the sessions before too. */
  readonly recorded: ReadonlyMap<PersonId, LastingOfPerson>;
  /** Supernumeraries that a service takes at most, where a session decides; null: no cap. */
  readonly supernumeraryCap: number | null;
  readonly moderators: readonly string[];
  readonly names: Names;
  readonly queue: DeskQueue;
  readonly counts: DeskCounts;
  /** Its record cannot be written now: time stands still since then, nothing is decided (architecture §4). */
  readonly suspended: Ms | null;
  /** The line is down: what others' clocks do is not known, so none is shown. */
  readonly lost: boolean;
  /** The server's clock: parts that count take it through `useNow`, so that they alone are drawn each second. */
  readonly clock: () => Ms;
  /** The command on its way: no other is sent until its answer is there. */
  readonly sending: DeskCommand | null;
  /** Number of the last journal row on the screen. */
  readonly seq: number;
  readonly phones: Phones;
  /** The message being written: kept while a dialog asks, emptied once it is sent. */
  readonly draft: Draft;
  readonly write: (draft: Draft) => void;
  /** Opens a dialog on what is on the screen now. */
  readonly ask: (asking: Asking) => void;
  /** Sends at once what asks for nothing more. */
  readonly send: (command: DeskCommand) => void;
}

export interface Draft {
  /** Null: to everybody; `toPick`: to one person, nobody being supposed. */
  readonly to: PersonId | 'toPick' | null;
  readonly text: string;
}

export const NO_DRAFT: Draft = { to: null, text: '' };
