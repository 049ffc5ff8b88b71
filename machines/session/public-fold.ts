/** What a row of the public stream does to the public state (public-state.ts): one case per fact, at flat cost. */
import type { Ms, PersonId, PostId, SessionId } from '../ids.ts';
import type { PublicFact, PublicPlace } from './public-facts.ts';
import { queuePeople } from './public-state.ts';
import type { PublicPerson, PublicPost, PublicSession, PublicState } from './public-state.ts';

/**
 * Applies one row of the public stream, in place. The caller has checked that `pub` is the next number.
 * A session, person or post that this state does not know is left out: the hash will tell.
 */
export function applyDelta(
  state: PublicState,
  delta: {
    readonly pub: number;
    readonly session: SessionId;
    readonly at: Ms;
    readonly facts: readonly PublicFact[];
  },
): void {
  state.pub = delta.pub;
  const session = state.sessions.get(delta.session);
  if (!session) return;
  for (const fact of delta.facts) applyFact(state, session, fact, delta.at);
  passThoseCalled(state, session.id);
}

/** Keeps the head of the queue on somebody who waits, or past its end: the whole list is walked once in a session. */
function passThoseCalled(state: PublicState, session: SessionId): void {
  const queue = state.queues.get(session);
  if (!queue) return;
  let { from } = queue;
  for (let person = queue.order[from]; person !== undefined; person = queue.order[++from])
    if (state.people.get(person)?.state === 'waiting') break;
  queue.from = from;
}

function applyFact(state: PublicState, session: PublicSession, fact: PublicFact, at: Ms): void {
  switch (fact.kind) {
    case 'chosen':
      return place(state, session, fact.person, { state: 'chosen', service: fact.service, at: fact.at });
    case 'absent':
      place(state, session, fact.person, { state: 'absent', service: null, at: fact.at });
      return handOn(state, session, fact.person);
    case 'notChoosing':
      return place(state, session, fact.person, { state: 'notChoosing', at: null });
    case 'returned':
      place(state, session, fact.person, { state: 'returned', at: null });
      return insertReturned(state, session, fact.person);
    case 'waiting':
      place(state, session, fact.person, { state: 'waiting', at: null });
      return lookAgainFrom(state, session, fact.person);
    case 'called':
      place(state, session, fact.person, { state: 'called', at: null });
      return setCalled(session, fact);
    case 'clock':
      return setCalled(session, fact);
    case 'seat':
      return changePost(state, fact.post, { filled: fact.filled });
    case 'postBlocked':
      changePost(state, fact.post, { blocked: fact.blocked });
      session.notices.push({
        kind: fact.blocked ? 'postBlocked' : 'postOffered',
        at,
        posts: [fact.post],
        reason: fact.reason,
      });
      return;
    case 'postsAdded':
      return addPosts(state, session, fact);
    case 'joined':
      return join(state, session, fact);
    case 'started':
      session.state = 'running';
      return bringIn(state, session.id, fact.people, fact.at);
    case 'closed':
      return close(state, session, fact.carried);
    default:
      return applyToSession(session, fact);
  }
}

type SessionFact = Extract<
  PublicFact,
  { readonly kind: 'stateChanged' | 'paused' | 'resumed' | 'idle' | 'credit' | 'message' }
>;

function applyToSession(session: PublicSession, fact: SessionFact): void {
  switch (fact.kind) {
    case 'stateChanged':
      session.state = fact.to;
      return;
    case 'paused':
      session.state = 'paused';
      session.paused = { at: fact.at, reason: fact.reason, automatic: fact.automatic };
      session.closesAt = null;
      if (session.called) session.called = { ...session.called, endsAt: null, leftMs: fact.leftMs ?? 0 };
      return;
    case 'resumed':
      session.state = 'running';
      session.paused = null;
      return;
    case 'idle':
      session.called = null;
      session.closesAt = fact.closesAt;
      return;
    case 'credit':
      session.credit = { from: fact.from, to: fact.to };
      return;
    case 'message':
      session.notices.push({ kind: 'message', at: fact.at, text: fact.text });
      return;
    default:
      return fact satisfies never;
  }
}

type Change = Partial<Pick<PublicPerson, 'state' | 'service' | 'at'>>;

/** A person is at one place only, and no longer among the returned; who is called next comes with its own fact. */
function place(state: PublicState, session: PublicSession, id: PersonId, change: Change): void {
  const person = state.people.get(id);
  if (person) Object.assign(person, change);
  if (session.returned.includes(id)) session.returned = session.returned.filter(other => other !== id);
}

function setCalled(
  session: PublicSession,
  fact: Extract<PublicFact, { readonly kind: 'called' | 'clock' }>,
): void {
  const { person, turn, mode, endsAt, leftMs } = fact;
  session.called = { person, turn, mode, endsAt, leftMs };
  session.closesAt = null;
}

function changePost(
  state: PublicState,
  id: PostId,
  change: Partial<Pick<PublicPost, 'filled' | 'blocked'>>,
): void {
  const post = state.posts.get(id);
  if (post) Object.assign(post, change);
}

const callOrderOf = (state: PublicState, id: PersonId): number => state.people.get(id)?.callOrder ?? 0;

function insertReturned(state: PublicState, session: PublicSession, id: PersonId): void {
  const callOrder = callOrderOf(state, id);
  const behind = session.returned.findIndex(other => callOrderOf(state, other) > callOrder);
  session.returned.splice(behind === -1 ? session.returned.length : behind, 0, id);
}

/** Back to a place that the walk may have passed already. */
function lookAgainFrom(state: PublicState, session: PublicSession, id: PersonId): void {
  const queue = state.queues.get(session.id);
  if (!queue) return;
  const callOrder = callOrderOf(state, id);
  let low = 0;
  let high = queue.order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const person = queue.order[middle];
    if (person !== undefined && callOrderOf(state, person) < callOrder) low = middle + 1;
    else high = middle;
  }
  queue.from = Math.min(queue.from, low);
}

function bringIn(state: PublicState, session: SessionId, places: readonly PublicPlace[], at: number): void {
  for (const place of places) {
    const person = state.people.get(place.person);
    if (!person) continue;
    person.session = session;
    person.state = place.state;
    person.at = place.state === 'absent' ? at : null;
  }
  for (const { id } of state.sessions.values()) queuePeople(state, id);
}

type Fact<Kind extends PublicFact['kind']> = Extract<PublicFact, { readonly kind: Kind }>;

/** Into this session, from an earlier one or as somebody new, whom a later edition of the directory names. */
function join(state: PublicState, session: PublicSession, fact: Fact<'joined'>): void {
  const at = fact.state === 'absent' ? fact.at : null;
  const known = state.people.get(fact.person);
  if (known) Object.assign(known, { session: session.id, state: fact.state, service: null, at });
  else insertPerson(state, session, fact, at);
  state.edition = Math.max(state.edition, fact.edition ?? 0);
  for (const { id } of state.sessions.values()) queuePeople(state, id);
}

/** People stand in call order: the map is made anew, once per person forgotten. */
function insertPerson(state: PublicState, session: PublicSession, fact: Fact<'joined'>, at: Ms | null): void {
  const { person: id, callOrder } = fact;
  const all = [...state.people.values()];
  const behind = all.findIndex(other => other.callOrder > callOrder);
  const person: PublicPerson = {
    id,
    callOrder,
    session: session.id,
    state: fact.state,
    service: null,
    at,
  };
  all.splice(behind === -1 ? all.length : behind, 0, person);
  state.people.clear();
  for (const one of all) state.people.set(one.id, one);
}

/** Their ids are above those of the offer, so they stand behind it. */
function addPosts(state: PublicState, session: PublicSession, fact: Fact<'postsAdded'>): void {
  const { posts, edition, at, reason } = fact;
  for (const id of posts)
    if (!state.posts.has(id)) state.posts.set(id, { id, filled: false, blocked: false });
  state.edition = Math.max(state.edition, edition);
  session.notices.push({ kind: 'postsAdded', at, posts, reason });
}

/** Those without a post go to the amphitheatre's next session, where there is one (domain §3); a rehearsal hands on nobody. */
function close(state: PublicState, session: PublicSession, carried: readonly PublicPlace[]): void {
  session.state = 'closed';
  session.called = null;
  session.returned = [];
  session.paused = null;
  session.closesAt = null;
  const next = nextSession(state, session);
  for (const place of carried) {
    const person = state.people.get(place.person);
    if (!person) continue;
    person.state = place.state;
    if (next) person.session = next.id;
  }
  queuePeople(state, session.id);
  if (next) queuePeople(state, next.id);
}

/** Whoever's choice is taken back in a closed session is handed to the next one as its absentees were. */
function handOn(state: PublicState, session: PublicSession, id: PersonId): void {
  const person = state.people.get(id);
  const next = session.state === 'closed' ? nextSession(state, session) : undefined;
  if (!person || !next) return;
  person.session = next.id;
  for (const { id: other } of state.sessions.values()) queuePeople(state, other);
}

/** Sessions stand in the order of their numbers (public-state.ts). */
function nextSession(state: PublicState, { number, rehearsal }: PublicSession): PublicSession | undefined {
  if (rehearsal) return undefined;
  return [...state.sessions.values()].find(other => !other.rehearsal && other.number > number);
}
