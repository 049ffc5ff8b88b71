/** One socket as the gateway knows it: who it speaks for, what it follows, and a way to speak to it that never throws. */
import type { AccountId, PersonId, SessionId } from '../../machines/ids.ts';
import type { CLOSE_CODES } from '../../machines/wire/close-codes.ts';
import type { ServerFrame } from '../../machines/wire/frames.ts';
import type { TicketHolder } from '../../api/kit/tickets.ts';
import { streamKey } from '../bus/stream-id.ts';
import type { StreamId } from '../bus/stream-id.ts';
import type { Moderator } from './room-moderators.ts';

export interface Connection {
  readonly holder: TicketHolder;
  readonly line: SocketLine;
  following: Following | null;
  /** Hellos and commands one after the other, so that a command sent right after `hello` finds it done. */
  turn: Promise<void>;
  /** Whether this frame is within the limit of its second. */
  readonly mayCome: (now: number) => boolean;
  cancelHello: () => void;
}

export interface Following extends StreamId {
  /** For whom it acts: an intern, or the intern of a mandate's holder; null for moderators and the public. */
  readonly actor: GreetedActor | null;
  /** A moderator on another page than the room: told everything, and not in it. */
  readonly aside: boolean;
}

export interface Actor {
  readonly person: PersonId;
  readonly realm: 'intern' | 'mandatary';
  /** Where it acts: a rehearsal, which hears and counts for nothing else, or the real sessions (null). */
  readonly rehearsal: SessionId | null;
}

export interface GreetedActor extends Actor {
  /** As it was at `hello`: who is vouched for stays so, and is not asked about at each choice (domain §6). */
  readonly toBeConfirmed: boolean;
}

/** A closed uWebSockets.js socket throws on use: this one does nothing instead. */
export interface SocketLine {
  readonly isOpen: boolean;
  send(text: string): void;
  subscribe(topic: string): void;
  unsubscribe(topic: string): void;
  /** Closes with a code of the table; `reason` says how long to wait, or the incident. */
  end(close: (typeof CLOSE_CODES)[keyof typeof CLOSE_CODES], reason?: string): void;
}

export function say({ line }: Connection, frame: ServerFrame): void {
  line.send(JSON.stringify(frame));
}

/** Whether it is this account's, and has said `hello`. @param account null: every moderator's. */
export const isOf =
  (account: AccountId | null) =>
  ({ following, holder }: Connection): boolean =>
    following !== null &&
    holder.kind === 'login' &&
    (account === null ? holder.realm === 'moderator' : holder.account === account);

/** Null for everybody else. */
export const moderatorOf = ({ holder }: Connection): Moderator | null =>
  holder.kind === 'login' && holder.realm === 'moderator' ? holder : null;

/** Whose presence it counts for: a moderator who sees an intern's pages makes nobody present. */
export const presentAs = ({ holder }: Connection, { actor }: Following): Actor | null =>
  holder.kind === 'login' && holder.readOnly ? null : actor;

/** The moderator who stands in the room that this connection follows; null for everybody else. */
export const inRoom = (connection: Connection, { aside }: Following): Moderator | null =>
  aside ? null : moderatorOf(connection);

/** Everything public of an amphitheatre, or of a rehearsal: the same bytes for everybody. */
export const publicTopic = (stream: StreamId): string => `amphitheatre/${streamKey(stream)}`;
/** Rows with their private texts: moderators only. */
export const deskTopic = (stream: StreamId): string => `desk/${streamKey(stream)}`;
/** What concerns a person and whoever holds their mandate. */
export const personTopic = ({ person, rehearsal }: Omit<Actor, 'realm'>): string =>
  `person/${person}${rehearsal === null ? '' : `/rehearsal/${rehearsal}`}`;
/** What only one of the two sees. */
export const actorTopic = (actor: Actor): string => `${personTopic(actor)}/${actor.realm}`;
