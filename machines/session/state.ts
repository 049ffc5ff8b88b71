/** The live state of a session between two commands: plain values, numbers 0…n−1 for people and posts (facts.md §6). */
import type { Ms, PostId } from '../ids.ts';
import type { Sealed } from '../sealed.ts';
import type { CalledMode } from './facts.ts';
import type { AbsenceCause, ChoiceStatus, World, WorldPerson, WorldPost } from './world.ts';
import type { Vector } from './vector.ts';

/** Names of the chart's states; `running` and `paused` are compound, their inner state is the called one's mode or `idle`. */
export type SessionStateName = 'draft' | 'validated' | 'open' | 'running' | 'paused' | 'closed';

export interface SessionContext {
  /** Null before `start`. Frozen: what changes lives in the vectors; whoever is added makes a new one. */
  readonly world: World | null;
  readonly startedAt: Ms | null;
  readonly people: Vector<PersonLive>;
  readonly posts: Vector<PostLive>;
  /** Number of the first person of the call order not reached yet. */
  readonly cursor: number;
  /** Numbers of the returned, in call order: the block behind the called one (domain §3). */
  readonly returned: readonly number[];
  readonly called: Called | null;
  /** Number of the last turn given; turns count from 1. */
  readonly turn: number;
  /** Nobody left to call: when the session closes by itself; null while somebody is called or in a pause. */
  readonly closesAt: Ms | null;
  /** What remained of that in a pause. */
  readonly closesLeftMs: number | null;
  readonly automaticAbsencesInARow: number;
  readonly counts: Counts;
  /** Per line: seats offered and who sits there, so that a supernumerary's choice scans one line only. */
  readonly lines: Vector<LineLive>;
  /** Not null exactly in the state `paused`. */
  readonly pause: Pause | null;
  /** The last time given back, null before. */
  readonly credit: { readonly from: Ms; readonly to: Ms } | null;
  /** Who and what came into the world after `start`: `world` holds them already, a stored state must say them. */
  readonly added: Added;
}

export interface Added {
  readonly people: readonly WorldPerson[];
  readonly posts: readonly WorldPost[];
}

export interface Pause {
  readonly at: Ms;
  readonly reason: Sealed | null;
  readonly automatic: 'absences' | 'incident' | null;
}

export interface LineLive {
  /** Its posts that are not blocked. */
  readonly seats: number;
  /** Call orders of the classic holders, in the order they came; `BEFORE_ALL` (seats.ts) for those assigned last. */
  readonly holders: readonly number[];
  /** How many supernumeraries chose one of its posts: for the cap of the service. */
  readonly supernumeraries: number;
}

export interface Counts {
  readonly chosen: number;
  /** Waiting and returned: those still to be called. */
  readonly toCall: number;
  readonly absent: number;
  readonly excused: number;
  /** Of the absent, those who may come back without a moderator: the grace is for them (domain §2). */
  readonly canReturn: number;
}

export interface PersonLive {
  readonly state: PersonState;
  readonly status: ChoiceStatus;
  readonly mandate: boolean;
  readonly connected: boolean;
  readonly lastSeenAt: Ms | null;
  /** Name of the gateway that saw them last, where it is known. */
  readonly lastSeenWhere?: string;
  /** Of an earlier session and not called in this one: presence is not followed, only corrections concern them. */
  readonly elsewhere: boolean;
  /** Returns of their own so far, and whether the one by itself is used up (domain §3). */
  readonly returns: number;
  readonly returnedByItself: boolean;
  /** A planned absence was lifted late: returns at the next connection whatever the cause (domain §3). */
  readonly owedReturn: boolean;
  /** The last turn of theirs that ended without a choice, and when its clock did: what a late choice is told. */
  readonly lastTurn: { readonly turn: number; readonly endedAt: Ms } | null;
}

export type PersonState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'called' }
  | { readonly kind: 'returned' }
  | { readonly kind: 'absent'; readonly cause: AbsenceCause; readonly at: Ms }
  | { readonly kind: 'excused'; readonly reason: Sealed }
  /** `turn` null: assigned without one. */
  | { readonly kind: 'chosen'; readonly post: PostId; readonly at: Ms; readonly turn: number | null }
  /** No post was possible; to be assigned one after the last session (domain §4). */
  | { readonly kind: 'passed' }
  /** Settled after the last session: «sans poste» (domain §3). */
  | { readonly kind: 'withoutPost' };

export interface PostLive {
  readonly blocked: boolean;
  /** Number of the classic holder among the session's people, `elsewhere` = of an earlier session, null = free. */
  readonly holder: number | 'elsewhere' | null;
}

export interface Called {
  readonly person: number;
  readonly turn: number;
  readonly mode: CalledMode;
  readonly calledAt: Ms;
  /** End of what the mode counts; null in a pause. */
  readonly endsAt: Ms | null;
  /** What remains of it: in a pause, the frozen rest; in `recovering`, the rest of the turn that will be given back. */
  readonly leftMs: number;
  /** In `recovering`, how long the wait for the chooser lasts, or what remains of it in a pause; else 0. */
  readonly waitMs: number;
  /** Full length of this person's turn, longer ones and what it was prolonged by included. */
  readonly turnMs: number;
  /** Whether any post may be chosen by this person now: where not, a moderator passes the turn (domain §4). */
  readonly anyPost: boolean;
}
