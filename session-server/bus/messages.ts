/** All that passes between gateways and hosts: plain JSON, so that the same message goes through memory or Redis. */
import type { CommandId, Ms, PersonId, SessionId } from '../../machines/ids.ts';
import type { Refusal } from '../../machines/refusal.ts';
import type { CommandBody, Who } from '../../machines/session/commands.ts';
import type { Fact } from '../../machines/session/facts.ts';
import type { DeskPerson, SessionChart, You } from '../../machines/wire/frames.ts';
import type { RowHead } from '../journal/row.ts';
import type { StreamId } from './stream-id.ts';

/** What gateways are told of a live session: what was recorded, or that recording has stopped. */
export type Live =
  | { readonly kind: 'row'; readonly row: PublishedRow }
  | { readonly kind: 'notice'; readonly notice: 'suspended' | 'restored'; readonly session: SessionId };

/** A journal row as it was recorded, private texts in place: gateways strip it for each viewer. */
export interface PublishedRow extends RowHead {
  readonly command: string;
  readonly facts: readonly Fact[];
  /** What those whom the row is about now see of themselves: the intern's view, without the holder's e-mail. */
  readonly about: readonly You[];
}

export interface CommandRequest {
  readonly session: SessionId;
  /** Null for the house's own commands. */
  readonly id: CommandId | null;
  readonly who: Who;
  readonly body: RequestedBody;
}

/** A command as a gateway may ask for it; `start` is bare: the host reads its world under the lock. */
export type RequestedBody = Exclude<CommandBody, { type: 'start' }> | { readonly type: 'start' };

export type Answer =
  | { readonly kind: 'accepted'; readonly seq: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'fault'; readonly incident: string };

export type ViewRequest =
  | { readonly kind: 'person'; readonly session: SessionId; readonly person: PersonId }
  /** The same for several at once; who is not of the session is left out. */
  | { readonly kind: 'people'; readonly session: SessionId; readonly people: readonly PersonId[] }
  | { readonly kind: 'desk'; readonly session: SessionId }
  | { readonly kind: 'chart'; readonly session: SessionId }
  /** What time it is at the session's owner: gateways measure how far their own clock is from it. */
  | { readonly kind: 'clock'; readonly session: SessionId };

export type Views =
  /** The intern's, without the holder's e-mail; null: not one of the session's people. */
  | { readonly kind: 'person'; readonly view: You | null }
  | { readonly kind: 'people'; readonly views: readonly You[] }
  | {
      readonly kind: 'desk';
      readonly seq: number;
      readonly people: readonly DeskPerson[];
      readonly noPost: boolean;
      readonly supernumeraryCap: number | null;
    }
  | {
      readonly kind: 'chart';
      readonly seq: number;
      readonly chart: Pick<SessionChart, 'states' | 'commands'>;
    }
  | { readonly kind: 'clock'; readonly host: string; readonly now: Ms };

/** Whose sockets a gateway holds: some or none, per person and realm; the host knows whose counts (domain §3). */
export interface PresenceReport {
  readonly gateway: string;
  /** Raised by each change: a report without people says only that the gateway lives, and whether one was missed. */
  readonly version: number;
  /** Its last word: it stops, and has let everybody go. */
  readonly leaves?: true;
  /** Everything the gateway holds, in place of all it said before; else what changed. */
  readonly whole: boolean;
  readonly people: readonly PresentPerson[];
  readonly moderators: readonly PresentModerators[];
}

export interface PresentPerson {
  readonly person: PersonId;
  readonly realm: 'intern' | 'mandatary';
  /** Present in this rehearsal and nowhere else; null: in the real sessions, and in no rehearsal. */
  readonly rehearsal: SessionId | null;
  readonly connected: boolean;
}

export interface PresentModerators extends StreamId {
  readonly connected: boolean;
}
