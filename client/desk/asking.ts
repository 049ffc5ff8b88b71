/**
 * Which dialog of the room is open, and what it was decided on: the session goes on under an open dialog, its answer
 * may not. It stands beside the queue and the card, so that it stays when the row it began from is gone. Pure.
 */
import type { PersonId } from '../../machines/ids.ts';
import type { CalledMode } from '../../machines/session/facts.ts';
import type { PublicSession } from '../../machines/session/public-state.ts';
import type { PersonState } from '../../machines/session/state.ts';
import type { ChoiceStatus } from '../../machines/session/world.ts';
import type { DeskPerson } from '../../machines/wire/frames.ts';
import type { DeskCommand } from './desk-command.ts';
import { isLive, isToCome } from './desk-command.ts';
import { personActs, phaseOf } from './person-acts.ts';
import type { PersonAct } from './person-acts.ts';
import type { DeskQueue } from './queue.ts';

export type Asking =
  | { readonly kind: 'start' | 'pause' }
  /** `unchosen`: the number that is read is the number that is confirmed, or the server refuses. */
  | { readonly kind: 'close'; readonly unchosen: number }
  | { readonly kind: 'menu'; readonly person: PersonId; readonly on: PersonState['kind'] }
  | { readonly kind: 'excuse'; readonly person: PersonId; readonly on: PersonState['kind'] }
  | { readonly kind: 'setStatus'; readonly person: PersonId; readonly status: ChoiceStatus }
  | {
      readonly kind: 'markAbsent';
      readonly person: PersonId;
      readonly turn: number;
      readonly on: CalledMode;
    };

/** What of the room decides what may be asked. */
export interface Ground {
  readonly session: PublicSession;
  readonly people: ReadonlyMap<PersonId, DeskPerson>;
  readonly queue: DeskQueue;
}

export const askClose = ({ queue }: Pick<Ground, 'queue'>): Asking => ({
  kind: 'close',
  unchosen: queue.coming.length,
});

/** Null: it is not this person's turn. */
export function askMarkAbsent({ session }: Pick<Ground, 'session'>, person: PersonId): Asking | null {
  const { called } = session;
  return called?.person === person
    ? { kind: 'markAbsent', person, turn: called.turn, on: called.mode }
    : null;
}

/** The dialog of an act about a person as that person is now; null where the act has none, or is not possible. */
export function askAbout(act: PersonAct, person: PersonId, ground: Ground): Asking | null {
  const known = ground.people.get(person);
  if (known === undefined) return null;
  switch (act) {
    case 'markAbsent':
      return askMarkAbsent(ground, person);
    case 'excuse':
      return { kind: 'excuse', person, on: known.state.kind };
    case 'setStatus':
      return { kind: 'setStatus', person, status: known.status };
    case 'lift':
    case 'callBack':
      return null;
    default:
      return act satisfies never;
  }
}

/** «Recommencer…»: the same act asked anew on what is now; null where it can no longer be taken. */
export function askAgain(command: DeskCommand, ground: Ground): Asking | null {
  const { session, people } = ground;
  switch (command.type) {
    case 'start':
      return isToCome(session) ? { kind: 'start' } : null;
    case 'pause':
      return session.state === 'running' ? { kind: 'pause' } : null;
    case 'close':
      return isLive(session) ? askClose(ground) : null;
    case 'markAbsent':
      return isLive(session) ? askMarkAbsent(ground, command.person) : null;
    case 'excuse':
    case 'setStatus':
    case 'lift':
    case 'callBack': {
      const known = people.get(command.person);
      if (known === undefined || !personActs(known.state.kind, phaseOf(session)).includes(command.type))
        return null;
      return (
        askAbout(command.type, command.person, ground) ?? {
          kind: 'menu',
          person: command.person,
          on: known.state.kind,
        }
      );
    }
    case 'resume': // one press, with no dialog: the button is there where it can be pressed again
    case 'choose':
    case 'rejoin':
      return null;
    default:
      return command satisfies never;
  }
}
