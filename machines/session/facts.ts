/**
 * What happened, as the machine says it, the journal keeps it and the watchers are told it: ids only.
 * A row's facts are those of one decision; `publicFacts` (public-facts.ts) strips them for everybody.
 */
import type { LineId, Ms, PersonId, PostId, ServiceId } from '../ids.ts';
import type { Sealed } from '../sealed.ts';
import type { AbsenceCause, ChoiceStatus } from './world.ts';

/** What the called one's clock counts: the connection window, the turn, or the wait after a takeover. */
export type CalledMode = 'awaited' | 'choosing' | 'recovering';

/** Evidence of an automatic absence (domain §3; architecture §4): for moderators only. */
export interface Evidence {
  readonly rule: string;
  readonly calledAt: Ms;
  readonly connectedAtDeadline: boolean;
  readonly lastSeenAt: Ms | null;
  /** Name of the gateway that saw them last, where it is known. */
  readonly lastSeenWhere?: string;
}

export type Fact =
  | { readonly kind: 'stateChanged'; readonly to: 'draft' | 'validated' | 'open' }
  | { readonly kind: 'started'; readonly at: Ms; readonly people: readonly StartedPerson[] }
  /** `endsAt`: end of the window (awaited) or `deadlineAt` (choosing); null while a pause freezes it at `leftMs`. */
  | {
      readonly kind: 'called';
      readonly person: PersonId;
      readonly turn: number;
      readonly mode: CalledMode;
      readonly at: Ms;
      readonly endsAt: Ms | null;
      readonly leftMs: number;
    }
  /** The same turn goes on with another clock: connected within the window, or after a credit. */
  | {
      readonly kind: 'clock';
      readonly person: PersonId;
      readonly turn: number;
      readonly mode: CalledMode;
      readonly endsAt: Ms | null;
      readonly leftMs: number;
    }
  | {
      readonly kind: 'chosen';
      readonly person: PersonId;
      readonly service: ServiceId;
      /** Null where it was assigned without a turn. */
      readonly turn: number | null;
      readonly at: Ms;
    }
  /** A seat of the offer; says nothing of who sits there (domain §8). */
  | { readonly kind: 'seat'; readonly post: PostId; readonly line: LineId; readonly filled: boolean }
  /** Person and post together: never leaves the moderators' room; becomes the assignment and the mails. */
  | {
      readonly kind: 'assigned';
      readonly person: PersonId;
      readonly post: PostId;
      /** Null where it was assigned without a turn, after the last session closed. */
      readonly turn: number | null;
      readonly by: 'intern' | 'mandatary' | 'moderator';
      readonly status: ChoiceStatus;
      /** Why, where a moderator chose or assigned; `offline` where it was decided by telephone. */
      readonly reason?: Sealed;
      readonly offline?: true;
    }
  /**
   * A recorded choice moved (`to`) or taken back (null), person and posts together: never leaves the moderators' room.
   * `seat`, and `chosen` or `absent`, tell everybody the rest.
   */
  | {
      readonly kind: 'corrected';
      readonly person: PersonId;
      readonly from: PostId;
      readonly to: PostId | null;
      readonly turn: number | null;
      readonly status: ChoiceStatus;
      readonly reason: Sealed;
    }
  /** The called one's clock was given more; `clock` tells everybody the new end. */
  | {
      readonly kind: 'prolonged';
      readonly person: PersonId;
      readonly turn: number;
      readonly byMs: number;
      readonly reason: Sealed;
    }
  /** No post was possible; the person goes on the list «à affecter». */
  | { readonly kind: 'passed'; readonly person: PersonId; readonly at: Ms; readonly reason: Sealed }
  /** Settled after the last session: «sans poste». */
  | { readonly kind: 'withoutPost'; readonly person: PersonId; readonly reason: Sealed }
  /**
   * Somebody comes into the live session: forgotten and added (`edition`: the directory that names them), or of an
   * earlier session, their choice taken back (`edition` null).
   */
  | {
      readonly kind: 'joined';
      readonly person: PersonId;
      readonly callOrder: number;
      readonly state: 'waiting' | 'absent';
      readonly at: Ms;
      readonly edition: number | null;
    }
  | {
      readonly kind: 'postsAdded';
      readonly posts: readonly { readonly post: PostId; readonly line: LineId }[];
      readonly edition: number;
      readonly at: Ms;
      readonly reason: Sealed;
    }
  | { readonly kind: 'message'; readonly to: PersonId | null; readonly at: Ms; readonly text: Sealed }
  | { readonly kind: 'phoneRead'; readonly person: PersonId }
  /** Whether the called one may choose any post at all; said when it is not so, and when it is so again. */
  | { readonly kind: 'possible'; readonly person: PersonId; readonly turn: number; readonly any: boolean }
  | {
      readonly kind: 'lateChoice';
      readonly person: PersonId;
      readonly post: PostId;
      readonly turn: number;
      readonly receivedAt: Ms;
    }
  | {
      readonly kind: 'absent';
      readonly person: PersonId;
      readonly cause: AbsenceCause;
      readonly at: Ms;
      readonly evidence: Sealed<Evidence> | null;
      readonly reason: Sealed | null;
    }
  | {
      readonly kind: 'returned';
      readonly person: PersonId;
      readonly at: Ms;
      readonly how: 'connection' | 'button' | 'moderator';
      /** Of a moderator's call back. */
      readonly reason?: Sealed;
    }
  /** A planned absence lifted before the place was reached: back to that place. */
  | { readonly kind: 'waiting'; readonly person: PersonId; readonly reason?: Sealed }
  | { readonly kind: 'excused'; readonly person: PersonId; readonly reason: Sealed }
  /** `where`: name of the gateway, where it is known. */
  | {
      readonly kind: 'presence';
      readonly person: PersonId;
      readonly connected: boolean;
      readonly at: Ms;
      readonly where?: string;
    }
  | {
      readonly kind: 'status';
      readonly person: PersonId;
      readonly status: ChoiceStatus;
      readonly reason?: Sealed;
    }
  | { readonly kind: 'mandate'; readonly person: PersonId; readonly held: boolean }
  | {
      readonly kind: 'postBlocked';
      readonly post: PostId;
      readonly line: LineId;
      readonly blocked: boolean;
      /** Announced to everybody (domain §4). */
      readonly reason: Sealed;
    }
  /** `reason` is shown to everyone; `automatic` names why the session paused itself. */
  | {
      readonly kind: 'paused';
      readonly at: Ms;
      readonly reason: Sealed | null;
      readonly automatic: 'absences' | 'incident' | null;
      readonly leftMs: number | null;
    }
  | { readonly kind: 'resumed'; readonly at: Ms }
  /** Nobody left to call; `closesAt` is null in a pause. */
  | { readonly kind: 'idle'; readonly closesAt: Ms | null }
  | { readonly kind: 'credit'; readonly from: Ms; readonly to: Ms }
  | {
      readonly kind: 'closed';
      readonly at: Ms;
      readonly how: 'byModerator' | 'forced' | 'finished';
      readonly carried: readonly CarriedPerson[];
      readonly reason: Sealed | null;
    };

export interface StartedPerson {
  readonly person: PersonId;
  readonly state: 'waiting' | 'absent' | 'excused';
}

export interface CarriedPerson {
  readonly person: PersonId;
  readonly state: 'waiting' | 'absent' | 'excused';
  readonly cause: AbsenceCause | null;
  readonly returns: number;
  /**
   * Absent: a planned absence was lifted late, so they return at the next connection whatever the cause (domain §3).
   * Excused: their place was reached, so that lifting it will be late.
   */
  readonly owedReturn: boolean;
}
