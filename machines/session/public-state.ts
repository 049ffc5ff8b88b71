/**
 * The amphitheatre as everybody sees it: a projection that the gateway and every client keep alike, from a snapshot
 * and the public facts after it. It is mutated in place (a delta costs the same at 50 and at 5,000 people); nothing
 * is decided from it.
 */
import type { AmphitheatreId, Ms, PersonId, PostId, ServiceId, SessionId } from '../ids.ts';
import type { CalledMode } from './facts.ts';
import type { PublicPersonState } from './public-facts.ts';
import type { SessionStateName } from './state.ts';

export interface PublicState {
  readonly amphitheatre: AmphitheatreId;
  /** Number of the last public fact applied (architecture §3). */
  pub: number;
  /** Which directory (names, posts' descriptions) the ids belong to; fetched over HTTP, immutable per edition. */
  edition: number;
  readonly sessions: Map<SessionId, PublicSession>;
  readonly people: Map<PersonId, PublicPerson>;
  readonly posts: Map<PostId, PublicPost>;
}

export interface PublicSession {
  readonly id: SessionId;
  readonly number: number;
  readonly rehearsal: boolean;
  startsAt: Ms | null;
  state: SessionStateName;
  turnMs: number;
  called: PublicCalled | null;
  /** The block behind the called one, in call order. */
  returned: PersonId[];
  paused: {
    readonly at: Ms;
    readonly reason: string | null;
    readonly automatic: 'absences' | 'incident' | null;
  } | null;
  closesAt: Ms | null;
  /** The last time given back after an outage of ours, to be shown. */
  credit: { readonly from: Ms; readonly to: Ms } | null;
}

export interface PublicCalled {
  readonly person: PersonId;
  readonly turn: number;
  readonly mode: CalledMode;
  readonly endsAt: Ms | null;
  readonly leftMs: number;
}

export interface PublicPerson {
  readonly id: PersonId;
  readonly callOrder: number;
  session: SessionId | null;
  state: PublicPersonState;
  service: ServiceId | null;
  /** When chosen or absent. */
  at: Ms | null;
}

export interface PublicPost {
  readonly id: PostId;
  filled: boolean;
  blocked: boolean;
}

/** The same as plain JSON, as it stands in a `snapshot` frame: compact, people and posts as rows. */
export interface PublicSnapshot {
  readonly amphitheatre: AmphitheatreId;
  readonly pub: number;
  readonly edition: number;
  readonly sessions: readonly PublicSession[];
  /** [id, callOrder, session, state, service, at] */
  readonly people: readonly (readonly [
    PersonId,
    number,
    SessionId | null,
    PublicPersonState,
    ServiceId | null,
    Ms | null,
  ])[];
  /** [id, filled, blocked] as 0 or 1 */
  readonly posts: readonly (readonly [PostId, 0 | 1, 0 | 1])[];
  /** Short hash of the whole (architecture §3). */
  readonly hash: string;
}
