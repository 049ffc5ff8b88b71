/** What everybody may be told of a decision (domain §8): the same facts, stripped, never a person and a post together. */
import type { LineId, Ms, PersonId, PostId, ServiceId } from '../ids.ts';
import type { CalledMode } from './facts.ts';

/** A person's state as everybody sees it: excused and passed alike are `notChoosing`. */
export type PublicPersonState = 'waiting' | 'called' | 'returned' | 'chosen' | 'absent' | 'notChoosing';

export type PublicFact =
  | { readonly kind: 'stateChanged'; readonly to: 'draft' | 'validated' | 'open' }
  | { readonly kind: 'started'; readonly at: Ms; readonly people: readonly PublicPlace[] }
  | {
      readonly kind: 'called';
      readonly person: PersonId;
      readonly turn: number;
      readonly mode: CalledMode;
      readonly endsAt: Ms | null;
      readonly leftMs: number;
    }
  | {
      readonly kind: 'clock';
      readonly person: PersonId;
      readonly turn: number;
      readonly mode: CalledMode;
      readonly endsAt: Ms | null;
      readonly leftMs: number;
    }
  | { readonly kind: 'chosen'; readonly person: PersonId; readonly service: ServiceId; readonly at: Ms }
  | { readonly kind: 'seat'; readonly post: PostId; readonly line: LineId; readonly filled: boolean }
  | { readonly kind: 'absent'; readonly person: PersonId; readonly at: Ms }
  | { readonly kind: 'returned'; readonly person: PersonId }
  | { readonly kind: 'waiting'; readonly person: PersonId }
  | { readonly kind: 'notChoosing'; readonly person: PersonId }
  | { readonly kind: 'postBlocked'; readonly post: PostId; readonly line: LineId; readonly blocked: boolean }
  | {
      readonly kind: 'paused';
      readonly at: Ms;
      readonly reason: string | null;
      readonly automatic: 'absences' | 'incident' | null;
      readonly leftMs: number | null;
    }
  | { readonly kind: 'resumed'; readonly at: Ms }
  | { readonly kind: 'idle'; readonly closesAt: Ms | null }
  | { readonly kind: 'credit'; readonly from: Ms; readonly to: Ms }
  | { readonly kind: 'closed'; readonly at: Ms; readonly carried: readonly PublicPlace[] };

export interface PublicPlace {
  readonly person: PersonId;
  readonly state: 'waiting' | 'absent' | 'notChoosing';
}
