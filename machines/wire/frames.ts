/**
 * All the words of the wire (architecture §3): JSON text frames, one object each, `type` first.
 * What a client sends is parsed strictly by `parse.ts`; what a server sends is built by the gateway alone.
 */
import type {
  AmphitheatreId,
  CommandId,
  LineId,
  Ms,
  PersonId,
  PostId,
  ServiceId,
  SessionId,
} from '../ids.ts';
import type { Refusal } from '../refusal.ts';
import type { CommandBody, SeenClock } from '../session/commands.ts';
import type { CalledMode, Fact } from '../session/facts.ts';
import type { Lasting } from '../session/lasting.ts';
import type { PublicFact } from '../session/public-facts.ts';
import type { PublicSnapshot } from '../session/public-state.ts';
import type { PersonState } from '../session/state.ts';
import type { AbsenceCause, ChoiceStatus } from '../session/world.ts';
import type { Sealed } from '../sealed.ts';

/** The number in `hello`; a server takes its own and the one before. */
export const PROTOCOL = 2;

export type SignInRealm = 'intern' | 'mandatary' | 'moderator';

export type Realm = 'public' | SignInRealm;

// ---------------------------------------------------------------- client to server

export type ClientFrame =
  /** `last` = the public number the client holds, null for none. Sent again on a gap. */
  | {
      readonly type: 'hello';
      readonly protocol: number;
      readonly amphitheatre: AmphitheatreId;
      /** A rehearsal of it, which has a stream of its own; left out = the amphitheatre itself. */
      readonly rehearsal?: SessionId | null;
      /** A moderator follows from another page than the room: they do not count as being in it. */
      readonly aside?: boolean;
      readonly last: number | null;
    }
  | {
      readonly type: 'command';
      readonly id: CommandId;
      readonly session: SessionId;
      readonly body: WireCommand;
    }
  /** The state chart of a session, as it now stands: administrators, and everyone in development. */
  | { readonly type: 'inspect'; readonly id: CommandId; readonly session: SessionId }
  /** `t` is the client's own clock, given back untouched in `pong`. */
  | { readonly type: 'ping'; readonly t: number };

/** What may be asked over a socket; the person acted for comes from the login, never from the frame. */
export type WireCommand =
  | { readonly type: 'choose'; readonly post: PostId; readonly turn: number }
  | { readonly type: 'rejoin' }
  // moderators only
  | Extract<CommandBody, { readonly type: 'resume' }>
  | { readonly type: 'start' }
  | { readonly type: 'pause'; readonly reason: string; readonly on: 'running' }
  | {
      readonly type: 'close';
      readonly on: 'running' | 'paused';
      readonly force: { readonly unchosen: number; readonly reason: string } | null;
    }
  | ({ readonly type: 'prolong'; readonly byMs: number; readonly was: SeenClock } & AboutCalled)
  | ({ readonly type: 'pass' } & AboutCalled)
  | ({ readonly type: 'chooseOnBehalf'; readonly post: PostId } & AboutCalled)
  | { readonly type: 'message'; readonly to: PersonId | null; readonly text: string }
  | {
      readonly type: 'excuse' | 'lift' | 'callBack';
      readonly person: PersonId;
      readonly reason: string;
      readonly on: PersonState['kind'];
    }
  | ({ readonly type: 'markAbsent' } & AboutCalled);

interface AboutCalled {
  readonly person: PersonId;
  readonly turn: number;
  readonly on: CalledMode;
  /** Whether it ran; not said by pages of before. */
  readonly during?: 'running' | 'paused';
  readonly reason: string;
}

// ---------------------------------------------------------------- server to client

export type ServerFrame =
  // Answers to `hello`: one of `snapshot`, `resumed`, `gone`; then `you` (interns, holders) or `desk` (moderators;
  // before a session of the amphitheatre has begun, `moderators`).
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
  /** Answer to `inspect`. */
  | ({ readonly type: 'chart'; readonly id: CommandId } & SessionChart)
  // Outside every stream.
  /** One's favourites have changed on another device: read them again over HTTP. */
  | { readonly type: 'favourites'; readonly version: number }
  /** The account's bell has something new, or was read on another device: read it again over HTTP. */
  | { readonly type: 'bell' }
  /** What stands outside every stream has changed: read it again over HTTP. `requests`: to moderators. */
  | { readonly type: 'changed'; readonly what: OwnChange }
  /** `since`: told to whoever says `hello` while the session stands still; left out where it is news. */
  | {
      readonly type: 'notice';
      readonly kind: 'suspended' | 'restored';
      readonly session: SessionId;
      readonly since?: Ms;
    }
  | { readonly type: 'pong'; readonly t: number; readonly now: Ms };

/** One's request for another kind of choice, one's mandate; how many requests wait for a moderator. */
export type OwnChange = 'status' | 'mandate' | 'requests';

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
  /** A longer turn set beforehand, in ms; 0 for nearly all. */
  readonly extraTurnMs: number;
  readonly plannedAbsence: string | null;
  /** Passed («aucun poste possible») or settled «sans poste»; null for nearly all. */
  readonly outcome: 'passed' | 'withoutPost' | null;
  /** Validating supernumeraries: lines where better placed holders sit on every seat. */
  readonly closedLines: readonly LineId[];
  /** Supernumeraries: services whose cap is reached. */
  readonly cappedServices: readonly ServiceId[];
  /** Messages to this person alone, oldest first. */
  readonly messages: readonly { readonly at: Ms; readonly text: string }[];
  readonly absence: {
    readonly cause: AbsenceCause;
    readonly at: Ms;
    /** The end of the turn or of the window that ran out, as it was shown: `at` is when that was noted. Null where none did. */
    readonly endedAt: Ms | null;
    readonly canReturn: boolean;
  } | null;
  readonly choice: { readonly post: PostId; readonly at: Ms; readonly seq: number } | null;
}

/** The private side of a live or closed session, for moderators: what `snapshot` does not hold. */
export interface Desk {
  readonly session: SessionId;
  readonly seq: number;
  readonly people: readonly DeskPerson[];
  /** Newest last; the last 100 rows. */
  readonly rows: readonly DeskRow[];
  /** What its parts need of the rows before those. */
  readonly lasting: Lasting;
  /** Names of the moderators now in the room, at whatever gateway. */
  readonly moderators: readonly string[];
  /** The called one may choose no post at all: the turn is to be passed (domain §4). */
  readonly noPost: boolean;
  /** Supernumeraries that a service takes at most; null: no cap (domain §4). */
  readonly supernumeraryCap: number | null;
}

export interface DeskPerson {
  readonly person: PersonId;
  readonly state: PersonState;
  readonly status: ChoiceStatus;
  readonly mandate: boolean;
  readonly connected: boolean;
  /** Since when connected or not; null = never seen. */
  readonly since: Ms | null;
  /** Name of the gateway that saw them last, where it is known. */
  readonly where: string | null;
  readonly extraTurnMs: number;
  /** Returns of their own so far. */
  readonly returns: number;
  /** Of an earlier session and not called in this one. */
  readonly elsewhere: boolean;
}

/** What the page of the state chart shows of a session, from the machine itself. */
export interface SessionChart {
  readonly session: SessionId;
  readonly seq: number;
  /** Ids of the states it is in, outermost first: `running`, `running.choosing`. */
  readonly states: readonly string[];
  /** Every command, in the order of the table: what it would be refused with now, null where it is taken. */
  readonly commands: readonly { readonly type: string; readonly refusal: Refusal | null }[];
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
  /** Of `add` alone, whose fact is older than the telling of why: the command's. */
  readonly reason?: Sealed;
}
