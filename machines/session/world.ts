/** What `start` reads under the amphitheatre's lock and writes whole into the journal (architecture §2.7). */
import type {
  AmphitheatreId,
  LineId,
  Ms,
  PersonId,
  PostId,
  ServiceId,
  SessionId,
  SpecialtyId,
} from '../ids.ts';
import type { Sealed } from '../sealed.ts';

export interface SessionSettings {
  readonly turnMs: number;
  readonly windowMs: number;
  readonly graceMs: number;
  readonly transitMs: number;
  readonly returnsAllowed: number;
  readonly absenteesGraceMs: number;
  /** Idle with nobody who can come back: closes by itself after this. */
  readonly idleCloseMs: number;
  /** Automatic absences in a row that pause the session; 0 switches it off. */
  readonly pauseAfterAbsences: number;
  /** After a takeover, how long the clock of a turn waits for the chooser to be connected again (architecture §4). */
  readonly reconnectMs: number;
  /** Supernumeraries a service takes at most; null = no cap (domain §4). */
  readonly supernumeraryCap: number | null;
}

export const DEFAULT_SETTINGS: SessionSettings = {
  turnMs: 90_000, // M §1
  windowMs: 20_000, // domain §3
  graceMs: 1_000, // domain §3, never shown
  transitMs: 500, // domain §3
  returnsAllowed: 2, // domain §3
  absenteesGraceMs: 15 * 60_000, // domain §2
  idleCloseMs: 60_000, // domain §2
  pauseAfterAbsences: 3, // domain §3
  reconnectMs: 20_000, // architecture §4
  supernumeraryCap: null, // domain §4
};

/** Why somebody was marked absent: it decides how they come back (domain §3). */
export type AbsenceCause = 'notConnected' | 'timeRanOut' | 'byModerator';

export type ChoiceStatus = 'classic' | 'supernumeraryValidating' | 'supernumeraryNonValidating';

export interface World {
  readonly amphitheatre: AmphitheatreId;
  readonly session: SessionId;
  readonly settings: SessionSettings;
  /** The hour of the amphitheatre's next session, where there is one: `absenteesGrace` ends there (domain §2). */
  readonly nextSessionAt: Ms | null;
  /**
   * The people of the session, and those of the amphitheatre's earlier sessions, by ascending `callOrder`: carried
   * over ones take part; who has chosen or was passed there is here for corrections and assignments only.
   */
  readonly people: readonly WorldPerson[];
  /** The whole offer of the amphitheatre, ascending id. */
  readonly posts: readonly WorldPost[];
  /** Seats taken in the amphitheatre's earlier sessions. */
  readonly seats: readonly WorldSeat[];
}

export interface WorldPerson {
  readonly id: PersonId;
  readonly callOrder: number;
  readonly specialty: SpecialtyId;
  readonly status: ChoiceStatus;
  /** An accepted mandate: the holder is the chooser (domain §3). */
  readonly mandate: boolean;
  /** The reason of a planned absence; null = none. */
  readonly plannedAbsence: Sealed | null;
  /** A longer turn set beforehand, added to the session's; 0 for nearly all. */
  readonly extraTurnMs: number;
  readonly carried: CarriedOver | null;
  /** The chooser has a live socket at `start`. */
  readonly connected: boolean;
  /** Name of the gateway that holds it, where it is known. */
  readonly where?: string;
}

/** What the session before handed over (domain §3), the count of returns with it. */
export type CarriedOver =
  | { readonly state: 'waiting'; readonly returns: number }
  /** `owedReturn`: their place was reached there, so that lifting the planned absence owes them a return. */
  | { readonly state: 'excused'; readonly returns: number; readonly owedReturn: boolean }
  | {
      readonly state: 'absent';
      readonly cause: AbsenceCause;
      readonly returns: number;
      readonly owedReturn: boolean;
    }
  /** Of an earlier session, not called here: corrections go to the session that decides (architecture §2.7). */
  | { readonly state: 'chosen'; readonly post: PostId; readonly at: Ms; readonly turn: number | null }
  | { readonly state: 'passed' };

export interface WorldPost {
  readonly id: PostId;
  readonly service: ServiceId;
  readonly line: LineId;
  readonly reservedFor: SpecialtyId | null;
  readonly blocked: boolean;
}

export interface WorldSeat {
  readonly post: PostId;
  readonly person: PersonId;
  readonly callOrder: number;
  readonly supernumerary: boolean;
}
