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
      readonly turn: number;
      readonly at: Ms;
    }
  /** A seat of the offer; says nothing of who sits there (domain §8). */
  | { readonly kind: 'seat'; readonly post: PostId; readonly line: LineId; readonly filled: boolean }
  /** Person and post together: never leaves the moderators' room; becomes the assignment and the mails. */
  | {
      readonly kind: 'assigned';
      readonly person: PersonId;
      readonly post: PostId;
      readonly turn: number;
      readonly by: 'intern' | 'mandatary';
      readonly status: ChoiceStatus;
    }
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
    }
  /** A planned absence lifted before the place was reached: back to that place. */
  | { readonly kind: 'waiting'; readonly person: PersonId }
  | { readonly kind: 'excused'; readonly person: PersonId; readonly reason: Sealed }
  | { readonly kind: 'presence'; readonly person: PersonId; readonly connected: boolean; readonly at: Ms }
  | { readonly kind: 'status'; readonly person: PersonId; readonly status: ChoiceStatus }
  | { readonly kind: 'mandate'; readonly person: PersonId; readonly held: boolean }
  | {
      readonly kind: 'postBlocked';
      readonly post: PostId;
      readonly line: LineId;
      readonly blocked: boolean;
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
