/**
 * What all robots see of the amphitheatre, kept once: the stream is the same bytes for everybody (architecture §3), so
 * a frame is parsed by the robot that gets it first and recognised by the others.
 */
import type { PersonId, PostId, SessionId } from '../../machines/ids.ts';
import type { PublicFact, PublicPersonState } from '../../machines/session/public-facts.ts';
import type { Delta, ServerFrame } from '../../machines/wire/frames.ts';

export interface SharedView {
  /** The same object for the same text. */
  parse(text: string): ServerFrame;
  /** Called with every delta, by every robot; the first one counts. */
  see(delta: Delta): void;
  isFilled(post: PostId): boolean;
  stateOf(person: PersonId): PublicPersonState | null;
  /** The session's state as last told. */
  sessionState(session: SessionId): string | null;
  /** Runs at each new public fact, once. */
  onFact(listener: (fact: PublicFact, delta: Delta) => void): void;
}

export function sharedView(): SharedView {
  const filled = new Set<PostId>();
  const people = new Map<PersonId, PublicPersonState>();
  const sessions = new Map<SessionId, string>();
  const listeners: ((fact: PublicFact, delta: Delta) => void)[] = [];
  let last: { readonly text: string; readonly frame: ServerFrame } | null = null;
  let pub = -1;

  const take = (fact: PublicFact, session: SessionId): void => {
    if (fact.kind === 'seat') {
      if (fact.filled) filled.add(fact.post);
      else filled.delete(fact.post);
    }
    if ('person' in fact && isPersonState(fact.kind)) people.set(fact.person, fact.kind);
    const state = SESSION_STATE[fact.kind];
    if (state !== undefined) sessions.set(session, state);
  };

  const takeSnapshot = (frame: ServerFrame): void => {
    if (frame.type !== 'snapshot' || frame.state.pub <= pub) return;
    pub = frame.state.pub;
    filled.clear();
    for (const [post, isFull] of frame.state.posts) if (isFull === 1) filled.add(post);
    for (const [person, , , state] of frame.state.people) people.set(person, state);
    for (const session of frame.state.sessions) sessions.set(session.id, session.state);
  };

  return {
    parse(text) {
      if (last?.text === text) return last.frame;
      const frame = JSON.parse(text) as ServerFrame;
      last = { text, frame };
      takeSnapshot(frame);
      return frame;
    },
    see(delta) {
      if (delta.pub !== pub + 1) return;
      pub = delta.pub;
      for (const fact of delta.facts) take(fact, delta.session);
      for (const fact of delta.facts) for (const listener of listeners) listener(fact, delta);
    },
    isFilled: post => filled.has(post),
    stateOf: person => people.get(person) ?? null,
    sessionState: session => sessions.get(session) ?? null,
    onFact: listener => void listeners.push(listener),
  };
}

const SESSION_STATE: Partial<Record<PublicFact['kind'], string>> = {
  started: 'running',
  paused: 'paused',
  resumed: 'running',
  closed: 'closed',
};

const isPersonState = (kind: string): kind is PublicPersonState =>
  ['waiting', 'called', 'returned', 'chosen', 'absent', 'notChoosing'].includes(kind);
