/** Rules V5, V6: the passing order and the interns ahead, from the public state alone. */
import { expect } from 'chai';
import type { SessionId } from '../../../machines/ids.ts';
import { internsAhead, nextInLine, passingOrder } from '../../../machines/session/passing-order.ts';
import { publicFacts } from '../../../machines/session/public-facts.ts';
import { applyDelta } from '../../../machines/session/public-fold.ts';
import { fromSnapshot } from '../../../machines/session/public-state.ts';
import type { PublicState } from '../../../machines/session/public-state.ts';
import { before } from './projection.ts';
import { choose, excuse, force, lift, markAbsent, opened, pause, rejoin, startIn } from './stage.ts';
import type { Stage, Taken } from './stage.ts';
import { numbers, personId, worldOf } from './world.ts';
import type { WorldOptions } from './world.ts';

const SESSION = 7 as SessionId;
const NEXT_SESSION = 8 as SessionId;

/** A session and what a watcher keeps of it. */
interface Followed {
  readonly session: Stage;
  readonly state: PublicState;
  readonly start: () => void;
}

function followed(options: WorldOptions): Followed {
  const world = worldOf(options);
  const state = fromSnapshot(before(world));
  const session = opened(undefined, follow(state));
  return { session, state, start: () => void session.accept(startIn(world)) };
}

/** A watcher's copy is told every decision. */
const follow =
  (state: PublicState) =>
  ({ command, decision }: Taken): void => {
    if (decision.kind === 'refused') return;
    const facts = publicFacts(decision.facts);
    applyDelta(state, { pub: state.pub + 1, session: SESSION, at: command.at, facts });
  };

const people = (...order: number[]) => order.map(personId);

describe('the passing order', () => {
  it('[V5] is the called one, the returned, then the waiting', () => {
    const { session, state, start } = followed({ people: 6 });
    start();
    session.accept(markAbsent(session, 1));
    session.accept(markAbsent(session, 2));
    session.accept(rejoin(2));
    session.accept(rejoin(1));
    session.accept(excuse(4));
    expect(passingOrder(state, SESSION)).to.deep.equal(people(3, 1, 2, 5, 6));
    expect(numbers(6).map(number => internsAhead(state, personId(number)))).to.deep.equal([
      1,
      2,
      0,
      null,
      3,
      4,
    ]);
  });

  it('[V5] leaves out the absent, the excused and those who chose', () => {
    const { session, state, start } = followed({ people: 4 });
    start();
    session.accept(choose(session, 1, 1));
    session.accept(markAbsent(session, 2));
    session.accept(excuse(4));
    for (const number of [1, 2, 4]) expect(internsAhead(state, personId(number))).to.equal(null);
    expect(internsAhead(state, personId(3))).to.equal(0);
  });

  it('[V5] takes back somebody whose planned absence is lifted in time', () => {
    const { session, state, start } = followed({ people: 4 });
    start();
    session.accept(excuse(2));
    session.accept(excuse(3));
    session.accept(pause());
    session.accept(lift(2));
    expect(nextInLine(state, SESSION, 2)).to.deep.equal(people(1, 2));
    expect(internsAhead(state, personId(4))).to.equal(2);
  });

  it('[V5] counts down, and up again when somebody returns in front', () => {
    const { session, state, start } = followed({ people: 6 });
    start();
    session.accept(markAbsent(session, 1));
    expect(internsAhead(state, personId(6))).to.equal(4);
    session.accept(rejoin(1));
    expect(internsAhead(state, personId(6))).to.equal(5);
  });

  it('[V5] is asked for a few places only', () => {
    const { state, start } = followed({ people: 30 });
    start();
    expect(nextInLine(state, SESSION, 6)).to.deep.equal(people(1, 2, 3, 4, 5, 6));
    expect(nextInLine(state, 99 as SessionId, 6)).to.deep.equal([]);
  });

  it('[V10] is looked for from the first who still waits on', () => {
    const { session, state, start } = followed({ people: 30 });
    start();
    for (const number of numbers(20)) session.accept(choose(session, number, number));
    expect(state.queues.get(SESSION)?.from).to.equal(21);
  });

  it('[V5] is empty once the session is closed, whoever still waits', () => {
    const { session, state, start } = followed({ people: 3 });
    start();
    session.accept(force(3));
    expect(passingOrder(state, SESSION)).to.deep.equal([]);
    expect(internsAhead(state, personId(2))).to.equal(null);
  });

  it('[V6] leaves out those with a planned absence before the start', () => {
    const world = before(worldOf({ people: 3 }));
    const rows = world.people.map(row =>
      row[1] === 2 ? ([...row.slice(0, 3), 'notChoosing', null, null] as unknown as typeof row) : row,
    );
    const state = fromSnapshot({ ...world, people: rows });
    expect([1, 2, 3].map(number => internsAhead(state, personId(number)))).to.deep.equal([0, null, 1]);
  });

  it('[V6] is one’s place before the session starts', () => {
    const { state } = followed({ people: 4 });
    expect(internsAhead(state, personId(1))).to.equal(0);
    expect(internsAhead(state, personId(4))).to.equal(3);
  });

  it('[V6] counts those whom the session before hands over', () => {
    const { session, state } = twoSessions(false);
    expect(internsAhead(state, personId(3))).to.equal(0);
    session.accept(force(2));
    expect(passingOrder(state, SESSION)).to.deep.equal([]);
    expect(passingOrder(state, NEXT_SESSION)).to.deep.equal(people(1, 2, 3, 4));
    expect(internsAhead(state, personId(3))).to.equal(2);
  });

  it('[V6] counts nobody from a rehearsal', () => {
    const { session, state } = twoSessions(true);
    session.accept(force(2));
    expect(passingOrder(state, NEXT_SESSION)).to.deep.equal(people(3, 4));
  });
});

/** 1 and 2 in a session that has started, 3 and 4 in the next one. */
function twoSessions(rehearsal: boolean): Pick<Followed, 'session' | 'state'> {
  const base = before(worldOf({ people: 4 }));
  const sessions = base.sessions.flatMap(first => [
    { ...first, id: NEXT_SESSION, number: 2 },
    { ...first, rehearsal },
  ]);
  const state = fromSnapshot({
    ...base,
    sessions,
    people: base.people.map(([id, callOrder, session, ...rest]) => [
      id,
      callOrder,
      callOrder > 2 ? NEXT_SESSION : session,
      ...rest,
    ]),
  });
  const session = opened(undefined, follow(state));
  session.accept(startIn(worldOf({ people: 2 })));
  return { session, state };
}
