/**
 * Which dialog of the room is open, and what it was decided on: the session goes on under an open dialog, its answer
 * may not. It stands beside the queue and the card, so that it stays when the row it began from is gone. Pure.
 */
import type { PersonId, PostId } from '../../machines/ids.ts';
import type { SeenClock } from '../../machines/session/commands.ts';
import type { CalledMode } from '../../machines/session/facts.ts';
import type { PublicSession } from '../../machines/session/public-state.ts';
import type { PersonState } from '../../machines/session/state.ts';
import type { ChoiceStatus } from '../../machines/session/world.ts';
import type { DeskPerson } from '../../machines/wire/frames.ts';
import type { DeskCommand } from './desk-command.ts';
import { isToCome } from './desk-command.ts';
import { mayAct } from './may-act.ts';
import type { TurnAct } from './may-act.ts';
import { personActs } from './person-acts.ts';
import type { PersonAct } from './person-acts.ts';
import type { DeskQueue } from './queue.ts';
import type { Situation } from './specimen.ts';

interface Again {
  /** Asked anew: what was not applied, whose words are typed in again. */
  readonly again?: DeskCommand;
}

export type Asking = Asked & Again;

type Asked =
  | { readonly kind: 'start' | 'resume' | 'pauseAll' | 'resumeAll' }
  | { readonly kind: 'help' }
  /** `thenCall`: whose telephone is asked for once the session is paused. */
  | { readonly kind: 'pause'; readonly thenCall: PersonId | null }
  /** `unchosen`: the number that is read is the number that is confirmed, or the server refuses. */
  | { readonly kind: 'close'; readonly unchosen: number; readonly on: 'running' | 'paused' }
  | { readonly kind: 'menu'; readonly person: PersonId; readonly on: PersonState['kind'] }
  | {
      readonly kind: 'excuse' | 'lift' | 'callBack';
      readonly person: PersonId;
      readonly on: PersonState['kind'];
    }
  /** In a closed rehearsal. */
  | { readonly kind: 'assign'; readonly person: PersonId; readonly on: PersonState['kind'] }
  | { readonly kind: 'setStatus'; readonly person: PersonId; readonly status: ChoiceStatus }
  | { readonly kind: 'setExtraTurn'; readonly person: PersonId; readonly seconds: number }
  /** `from`: the post it was decided on. */
  | { readonly kind: 'correct'; readonly person: PersonId; readonly from: PostId }
  | { readonly kind: 'readPhone'; readonly person: PersonId }
  | { readonly kind: 'message'; readonly to: PersonId | null; readonly text: string }
  | TurnAsking;

/** About the called one: turn, sub-state and whether it ran, as it was decided on. */
export interface TurnAsking extends Again {
  readonly kind: TurnAct;
  readonly person: PersonId;
  readonly turn: number;
  readonly on: CalledMode;
  readonly during: 'running' | 'paused';
  /** The clock as it was when it was asked. */
  readonly was: SeenClock;
}

/** What of the room decides what may be asked. */
export interface Ground {
  readonly session: PublicSession;
  readonly people: ReadonlyMap<PersonId, DeskPerson>;
  readonly queue: DeskQueue;
  readonly situation: Situation;
}

export const askClose = ({ queue, session }: Pick<Ground, 'queue' | 'session'>): Asking => ({
  kind: 'close',
  unchosen: queue.coming.length,
  on: session.state === 'paused' ? 'paused' : 'running',
});

/** Null: it is not this person's turn, or the rules do not take it now. */
export function askTurn(
  act: TurnAct,
  { session, situation }: Pick<Ground, 'session' | 'situation'>,
  person: PersonId | null = session.called?.person ?? null,
): TurnAsking | null {
  const { called } = session;
  if (called === null || called.person !== person || mayAct(act, situation) !== null) return null;
  const was = { endsAt: called.endsAt, leftMs: called.leftMs };
  const during = situation.session === 'paused' ? 'paused' : 'running';
  return { kind: act, person: called.person, turn: called.turn, on: called.mode, during, was };
}

/** The dialog of an act about a person as that person is now; null where the act has none, or is not possible. */
export function askAbout(act: PersonAct, person: PersonId, ground: Ground): Asking | null {
  const known = ground.people.get(person);
  if (known === undefined) return null;
  switch (act) {
    case 'prolong':
    case 'chooseOnBehalf':
    case 'markAbsent':
    case 'pass':
      return askTurn(act, ground, person);
    case 'excuse':
    case 'lift':
    case 'callBack':
      return { kind: act, person, on: known.state.kind };
    case 'assign':
      return { kind: 'assign', person, on: known.state.kind };
    case 'setStatus':
      return { kind: 'setStatus', person, status: known.status };
    case 'setExtraTurn':
      return { kind: 'setExtraTurn', person, seconds: Math.round(known.extraTurnMs / 1000) };
    case 'correct':
      return known.state.kind === 'chosen' ? { kind: 'correct', person, from: known.state.post } : null;
    case 'readPhone':
      return { kind: 'readPhone', person };
    case 'message':
      return { kind: 'message', to: person, text: '' };
    default:
      return act satisfies never;
  }
}

/** «Recommencer…»: the same act asked anew on what is now, nothing typed lost; null where it can no longer be taken. */
export function askAgain(command: DeskCommand, ground: Ground): Asking | null {
  const asked = askedAnew(command, ground);
  return asked && { ...asked, again: command };
}

/** The reason that was given before. */
export const reasonBefore = ({ again }: Asking): string | undefined => {
  if (again === undefined) return undefined;
  if (again.type === 'close') return again.force?.reason;
  return 'reason' in again ? again.reason : undefined;
};

function askedAnew(command: DeskCommand, ground: Ground): Asking | null {
  const { session, situation } = ground;
  switch (command.type) {
    case 'start':
      return isToCome(session) ? { kind: 'start' } : null;
    case 'pause':
      return mayAct('pause', situation) === null ? { kind: 'pause', thenCall: null } : null;
    case 'close':
      return mayAct('close', situation) === null ? askClose(ground) : null;
    case 'markAbsent':
    case 'prolong':
    case 'pass':
    case 'chooseOnBehalf':
      return askTurn(command.type, ground, command.person);
    case 'message':
      if (command.to === null && mayAct('messageAll', situation) !== null) return null;
      return { kind: 'message', to: command.to, text: command.text };
    case 'excuse':
    case 'setStatus':
    case 'setExtraTurn':
    case 'correct':
    case 'assign':
    case 'lift':
    case 'callBack':
      return askPersonAgain(command, ground);
    case 'resume': // one press, with no dialog: the button is there where it can be pressed again
    case 'choose':
    case 'rejoin':
      return null;
    default:
      return command satisfies never;
  }
}

type AboutPerson = Extract<
  DeskCommand,
  { readonly type: 'excuse' | 'setStatus' | 'setExtraTurn' | 'correct' | 'assign' | 'lift' | 'callBack' }
>;

function askPersonAgain({ type, person }: AboutPerson, ground: Ground): Asking | null {
  const known = ground.people.get(person);
  if (known === undefined || !personActs(known.state.kind, ground.situation).includes(type)) return null;
  return askAbout(type, person, ground);
}
