/**
 * All the words of the wire (architecture §3): JSON text frames, one object each, `type` first.
 * What a client sends is parsed strictly by `parse.ts`; what a server sends is built by the gateway alone.
 */
import type { AmphitheatreId, CommandId, Ms, PersonId, PostId, SessionId } from '../ids.ts';
import type { Refusal } from '../refusal.ts';
import type { CommandBody } from '../session/commands.ts';
import type { CalledMode, Fact } from '../session/facts.ts';
import type { PublicFact } from '../session/public-facts.ts';
import type { PublicSnapshot } from '../session/public-state.ts';
import type { PersonState } from '../session/state.ts';
import type { AbsenceCause, ChoiceStatus } from '../session/world.ts';

/** The number in `hello`; a server takes its own and the one before. */
export const PROTOCOL = 1;

export type SignInRealm = 'intern' | 'mandatary' | 'moderator';

export type Realm = 'public' | SignInRealm;

// ---------------------------------------------------------------- client to server

export type ClientFrame =
  /** `last` = the public number the client holds, null for none. Sent again on a gap. */
  | {
      readonly type: 'hello';
      readonly protocol: number;
      readonly amphitheatre: AmphitheatreId;
      readonly last: number | null;
    }
  | {
      readonly type: 'command';
      readonly id: CommandId;
      readonly session: SessionId;
      readonly body: WireCommand;
    }
  /** `t` is the client's own clock, given back untouched in `pong`. */
  | { readonly type: 'ping'; readonly t: number };

/** What may be asked over a socket; the person acted for comes from the login, never from the frame. */
export type WireCommand =
  | { readonly type: 'choose'; readonly post: PostId; readonly turn: number }
  | { readonly type: 'rejoin' }
  // moderators only
  | Extract<CommandBody, { readonly type: 'resume' | 'lift' | 'callBack' }>
  | { readonly type: 'start' }
  | { readonly type: 'pause'; readonly reason: string; readonly on: 'running' }
  | { readonly type: 'close'; readonly force: { readonly unchosen: number; readonly reason: string } | null }
  | {
      readonly type: 'excuse';
      readonly person: PersonId;
      readonly reason: string;
      readonly on: PersonState['kind'];
    }
  | {
      readonly type: 'markAbsent';
      readonly person: PersonId;
      readonly turn: number;
      readonly on: CalledMode;
      readonly reason: string;
    };

// ---------------------------------------------------------------- server to client

export type ServerFrame =
  // Answers to `hello`: one of `snapshot`, `resumed`, `gone`; then `you` (interns, holders) or `desk` (moderators).
  | { readonly type: 'snapshot'; readonly protocol: number; readonly now: Ms; readonly state: PublicSnapshot }
  | {
      readonly type: 'resumed';
      readonly protocol: number;
      readonly now: Ms;
      readonly pub: number;
      readonly deltas: readonly Delta[];
    }
  | { readonly type: 'gone'; readonly code: 'UNKNOWN_AMPHITHEATRE' | 'NOT_PUBLISHED' | 'PROTOCOL' }
  /** The public stream: one frame per journal row that has public facts, the same bytes for everybody. */
  | ({ readonly type: 'delta' } & Delta)
  /** When nothing was published for 5 s. */
  | { readonly type: 'head'; readonly pub: number }
  // Personal, unnumbered: read again at `hello`.
  | ({ readonly type: 'you' } & You)
  /** Interns ahead, each time it changes at 5 or fewer. */
  | { readonly type: 'ahead'; readonly n: number }
  // Moderators, numbered by (session, seq).
  | ({ readonly type: 'desk' } & Desk)
  | ({ readonly type: 'row' } & DeskRow)
  /** Who is in the room, each time that changes; for the `desk` held, of whichever session. */
  | { readonly type: 'moderators'; readonly names: readonly string[] }
  // To the sender of a command.
  | { readonly type: 'accepted'; readonly id: CommandId; readonly seq: number }
  | { readonly type: 'refused'; readonly id: CommandId; readonly refusal: Refusal }
  | { readonly type: 'fault'; readonly id: CommandId | null; readonly incident: string }
  // Outside every stream.
  | { readonly type: 'notice'; readonly kind: 'suspended' | 'restored'; readonly session: SessionId }
  | { readonly type: 'pong'; readonly t: number; readonly now: Ms };

export interface Delta {
  readonly pub: number;
  readonly session: SessionId;
  readonly at: Ms;
  readonly facts: readonly PublicFact[];
  /** Hash of the public state after this delta, every so many deltas. */
  readonly hash?: string;
}

/** What one person, or the holder of their mandate, sees of themselves. */
export interface You {
  readonly person: PersonId;
  readonly session: SessionId | null;
  readonly status: ChoiceStatus;
  /** Whether this login is the chooser: the intern without an accepted mandate, or the holder of one. */
  readonly chooser: boolean;
  /** E-mail of the holder of an accepted mandate: to the intern only. */
  readonly mandatary: string | null;
  readonly plannedAbsence: string | null;
  readonly absence: { readonly cause: AbsenceCause; readonly at: Ms; readonly canReturn: boolean } | null;
  readonly choice: { readonly post: PostId; readonly at: Ms; readonly seq: number } | null;
}

/** The private side of a live or closed session, for moderators: what `snapshot` does not hold. */
export interface Desk {
  readonly session: SessionId;
  readonly seq: number;
  readonly people: readonly DeskPerson[];
  /** Newest last; the last 100 rows. */
  readonly rows: readonly DeskRow[];
  /** Names of the moderators now in the room. */
  readonly moderators: readonly string[];
}

export interface DeskPerson {
  readonly person: PersonId;
  readonly state: PersonState;
  readonly status: ChoiceStatus;
  readonly mandate: boolean;
  readonly connected: boolean;
  /** Since when connected or not; null = never seen. */
  readonly since: Ms | null;
}

export interface DeskRow {
  readonly session: SessionId;
  readonly seq: number;
  readonly at: Ms;
  /** A moderator's name, or who else acted: 'Serveur', 'Interne', 'Mandataire'. */
  readonly who: string;
  readonly command: string;
  /** The row's facts with their private texts. */
  readonly facts: readonly Fact[];
}
