/** The interns of a simulation: when their turn comes they take the dearest post that they may have. */
import { setTimeout as wait } from 'node:timers/promises';
import type { PostId, SessionId } from '../../machines/ids.ts';
import type { PublicFact } from '../../machines/session/public-facts.ts';
import type { Delta, ServerFrame } from '../../machines/wire/frames.ts';
import { type Answer, type Connection, connect } from './connection.ts';
import type { SharedView } from './shared-view.ts';
import type { Sightings } from './sightings.ts';
import type { Visitor } from './sign-in.ts';
import type { Stage, StagePerson, StagePost } from './stage.ts';
import type { TakenSeats } from './taken-seats.ts';

export interface Robot {
  readonly person: StagePerson;
  readonly connection: Connection;
  /** The post that the house accepted; null while there is none. */
  readonly accepted: PostId | null;
  /** Refusals and faults by code: those of posts that had just gone are usual. */
  readonly refused: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

export interface Part {
  readonly visitor: Visitor;
  readonly person: StagePerson;
  readonly stage: Stage;
  readonly view: SharedView;
  readonly sightings: Sightings;
  readonly taken: TakenSeats;
  /** Dearest first. */
  readonly wishes: readonly StagePost[];
  readonly thinkMs: () => number;
  /** The house does not come back. */
  readonly onGone: () => void;
}

/** A choice is sent again after these; after any other refusal the robot waits for its next turn. */
const NEXT_WISH = new Set(['FILLED', 'FILLED_BY_BETTER_RANK', 'RESERVED', 'BLOCKED']);
const RETRY_MS = 500;
const BETWEEN_TRIES_MS = 60; // a socket may send 20 frames a second

export async function playIntern(part: Part): Promise<Robot> {
  const { person, stage, view, sightings } = part;
  const me = person.id;
  let accepted: PostId | null = null;
  let takenTurn = 0;
  const refused = new Map<string, number>();
  let connection: Connection | null = null;

  const choose = async (session: SessionId, turn: number, post: PostId): Promise<Answer | null> => {
    sightings.sent(me);
    const answer = (await connection?.command(session, { type: 'choose', post, turn })) ?? null;
    const code = answer?.kind === 'refused' ? answer.refusal.code : answer?.kind === 'fault' ? 'fault' : null;
    if (code !== null) refused.set(code, (refused.get(code) ?? 0) + 1);
    return answer;
  };

  const takeTurn = async (session: SessionId, turn: number): Promise<void> => {
    if (turn === takenTurn) return;
    takenTurn = turn;
    await wait(part.thinkMs());
    for (const wish of part.wishes) {
      if (!mayBeFree(wish)) continue;
      const answer = await choose(session, turn, wish.id);
      if (answer?.kind === 'accepted') {
        accepted = wish.id;
        part.taken.add(wish, person);
        return;
      }
      if (answer?.kind === 'refused' && NEXT_WISH.has(answer.refusal.code)) {
        await wait(BETWEEN_TRIES_MS);
        continue;
      }
      takenTurn = 0; // paused, suspended or too late: the clock or the next call says when to try again
      if (answer?.kind === 'refused' && answer.refusal.code === 'RETRY') {
        await wait(RETRY_MS);
        return takeTurn(session, turn);
      }
      return;
    }
  };

  /** Spares the house what would surely be refused; it remains the judge. */
  const mayBeFree = (wish: StagePost): boolean => {
    if (wish.reservedFor !== null && wish.reservedFor !== person.specialty) return false;
    if (person.status === 'classic') return !view.isFilled(wish.id);
    return person.status !== 'supernumeraryValidating' || part.taken.leavesRoom(wish, person);
  };

  const act = (fact: PublicFact, session: SessionId): void => {
    if (!('person' in fact) || fact.person !== me) return;
    if ((fact.kind === 'called' || fact.kind === 'clock') && fact.mode === 'choosing' && fact.endsAt !== null)
      void takeTurn(session, fact.turn);
    if (fact.kind === 'absent') void connection?.command(session, { type: 'rejoin' });
  };

  const onDelta = (delta: Delta, live: boolean): void => {
    if (live) sightings.seen(delta);
    for (const fact of delta.facts) act(fact, delta.session);
  };

  /** What a hello finds: a turn that began, or an absence that was marked, while this robot was away. */
  const onFrame = (frame: ServerFrame): void => {
    if (frame.type !== 'snapshot') return;
    for (const { id, called } of frame.state.sessions)
      if (called?.person === me && called.mode === 'choosing' && called.endsAt !== null)
        void takeTurn(id, called.turn);
  };

  connection = await connect(part.visitor, {
    amphitheatre: stage.amphitheatre,
    view,
    onDelta,
    onFrame,
    onGone: part.onGone,
  });
  const open = connection;
  return {
    person,
    connection: open,
    refused,
    get accepted() {
      return accepted;
    },
    close: () => open.close(),
  };
}
