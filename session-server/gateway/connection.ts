/** One socket as the gateway knows it: who it speaks for, what it follows, and a way to speak to it that never throws. */
import type { AmphitheatreId, PersonId } from '../../machines/ids.ts';
import type { CLOSE_CODES } from '../../machines/wire/close-codes.ts';
import type { ServerFrame } from '../../machines/wire/frames.ts';
import type { TicketHolder } from '../../api/kit/tickets.ts';

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

export interface Following {
  readonly amphitheatre: AmphitheatreId;
  /** For whom it acts: an intern, or the intern of a mandate's holder; null for moderators and the public. */
  readonly actor: Actor | null;
}

export interface Actor {
  readonly person: PersonId;
  readonly realm: 'intern' | 'mandatary';
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

/** The moderator's name; null for everybody else. */
export const moderatorName = ({ holder }: Connection): string | null =>
  holder.kind === 'login' && holder.realm === 'moderator' ? holder.name : null;

/** Everything public of an amphitheatre: the same bytes for everybody. */
export const publicTopic = (amphitheatre: AmphitheatreId): string => `amphitheatre/${amphitheatre}`;
/** Rows with their private texts: moderators only. */
export const deskTopic = (amphitheatre: AmphitheatreId): string => `desk/${amphitheatre}`;
/** What concerns a person and whoever holds their mandate. */
export const personTopic = (person: PersonId): string => `person/${person}`;
/** What only one of the two sees. */
export const actorTopic = ({ person, realm }: Actor): string => `person/${person}/${realm}`;
