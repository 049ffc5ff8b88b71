/**
 * The amphitheatre as everybody sees it: a projection that the gateway and every client keep alike, from a snapshot
 * and the public facts after it. It is mutated in place (a delta costs the same at 50 and at 5,000 people); nothing
 * is decided from it.
 */
import type { AmphitheatreId, Ms, PersonId, PostId, ServiceId, SessionId } from '../ids.ts';
import type { CalledMode } from './facts.ts';
import type { PublicPersonState } from './public-facts.ts';
import { hashOf, hashOfRow, joined } from './short-hash.ts';
import type { HashedRows } from './short-hash.ts';
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
  readonly queues: Map<SessionId, PublicQueue>;
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
  /** What was announced to everybody in this session, oldest first: the bell. */
  notices: PublicNotice[];
}

export type PublicNotice =
  | { readonly kind: 'message'; readonly at: Ms; readonly text: string | null }
  | {
      readonly kind: 'postsAdded' | 'postBlocked' | 'postOffered';
      readonly at: Ms;
      readonly posts: readonly PostId[];
      readonly reason: string | null;
    };

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

/** One session's people in call order, and from where on somebody may still be waiting: derived, never sent. */
export interface PublicQueue {
  readonly order: readonly PersonId[];
  from: number;
}

/** A state of one's own, from a snapshot frame or from the tables (then without a hash). */
export function fromSnapshot(snapshot: Omit<PublicSnapshot, 'hash'>): PublicState {
  const { amphitheatre, pub, edition } = snapshot;
  const sessions = snapshot.sessions.map(copyOf).sort((a, b) => a.number - b.number || a.id - b.id);
  const people = snapshot.people.map(
    ([id, callOrder, session, state, service, at]): PublicPerson => ({
      id,
      callOrder,
      session,
      state,
      service,
      at,
    }),
  );
  const posts = snapshot.posts.map(
    ([id, filled, blocked]): PublicPost => ({ id, filled: filled === 1, blocked: blocked === 1 }),
  );
  people.sort((a, b) => a.callOrder - b.callOrder);
  posts.sort((a, b) => a.id - b.id);
  const state: PublicState = {
    amphitheatre,
    pub,
    edition,
    sessions: new Map(sessions.map(session => [session.id, session])),
    people: new Map(people.map(person => [person.id, person])),
    posts: new Map(posts.map(post => [post.id, post])),
    queues: new Map(),
  };
  for (const { id } of sessions) queuePeople(state, id);
  return state;
}

/** The whole as plain JSON: for a `snapshot` frame, cached by the gateway per public number. */
export function toSnapshot(state: PublicState): PublicSnapshot {
  const { amphitheatre, pub, edition } = state;
  return {
    amphitheatre,
    pub,
    edition,
    sessions: [...state.sessions.values()].map(copyOf),
    people: [...state.people.values()].map(rowOfPerson),
    posts: [...state.posts.values()].map(rowOfPost),
    hash: publicHash(state),
  };
}

/** Everyone of a session in call order, for the passing order; again whenever its people change. */
export function queuePeople(state: PublicState, id: SessionId): void {
  const order = [...state.people.values()].filter(({ session }) => session === id).map(person => person.id);
  const from = order.findIndex(person => state.people.get(person)?.state === 'waiting');
  state.queues.set(id, { order, from: from === -1 ? order.length : from });
}

const hashedRows: HashedRows = new WeakMap();

/**
 * Short and stable, of everything a snapshot holds. It walks the whole state, so it is asked for now and then only;
 * what has not changed since the last time is not hashed again.
 */
export function publicHash(state: PublicState): string {
  const { amphitheatre, pub, edition } = state;
  const sessions = [...state.sessions.values()].map(rowOfSession);
  const hashes = [hashOf([amphitheatre, pub, edition, sessions])];
  for (const person of state.people.values()) hashes.push(hashOfRow(hashedRows, person, rowOfPerson(person)));
  for (const post of state.posts.values()) hashes.push(hashOfRow(hashedRows, post, rowOfPost(post)));
  return joined(hashes);
}

const copyOf = (session: PublicSession): PublicSession => ({
  ...session,
  returned: [...session.returned],
  notices: [...session.notices],
});

const rowOfPerson = ({ id, callOrder, session, state, service, at }: PublicPerson) =>
  [id, callOrder, session, state, service, at] as const;

const rowOfPost = ({ id, filled, blocked }: PublicPost) => [id, filled ? 1 : 0, blocked ? 1 : 0] as const;

function rowOfSession(session: PublicSession): readonly unknown[] {
  const { id, number, rehearsal, startsAt, state, turnMs, called, returned, paused, closesAt, credit } =
    session;
  const notices = session.notices.map(notice => [
    notice.kind,
    notice.at,
    ...(notice.kind === 'message' ? [notice.text] : [notice.posts, notice.reason]),
  ]);
  return [
    [id, number, rehearsal, startsAt, state, turnMs, closesAt],
    called && [called.person, called.turn, called.mode, called.endsAt, called.leftMs],
    returned,
    paused && [paused.at, paused.reason, paused.automatic],
    credit && [credit.from, credit.to],
    notices,
  ];
}
