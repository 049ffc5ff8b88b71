/** Rules L: coming back after an absence. */
import { expect } from 'chai';
import {
  callBack,
  choose,
  connect,
  disconnect,
  excuse,
  kinds,
  markAbsent,
  REASON,
  rejoin,
  started,
  START,
} from './stage.ts';
import type { Stage } from './stage.ts';
import { numbers, personId } from './world.ts';

const WINDOW = 20_500;

/** The numbers of the block behind the called one. */
const block = (session: Stage): readonly number[] =>
  session.snapshot.context.returned.map(number => number + 1);

describe('a return', () => {
  it('[L1] comes by itself with the connection of one who was not connected', () => {
    const session = started({ person: { 1: { connected: false } } });
    session.wait(WINDOW);
    const facts = session.accept(connect(1));
    expect(facts.at(-1)).to.deep.equal({
      kind: 'returned',
      person: personId(1),
      at: START + WINDOW,
      how: 'connection',
    });
    expect(block(session)).to.deep.equal([1]);
  });

  it('[L1] comes by itself once per session', () => {
    const session = started({ people: 2, person: { 1: { connected: false } } });
    session.wait(WINDOW);
    session.accept(connect(1));
    session.accept(disconnect(session, 1));
    session.accept(choose(session, 2, 1));
    session.wait(WINDOW);
    expect(kinds(session.accept(connect(1)))).to.deep.equal(['presence']);
    session.accept(rejoin(1));
    expect(session.calledNumber).to.equal(1);
  });

  it('[L1] does not come by itself again after a call back', () => {
    const session = started({ people: 1, connected: false });
    session.wait(WINDOW);
    session.accept(connect(1));
    session.accept(disconnect(session, 1));
    session.wait(91_500);
    session.accept(callBack(1));
    session.wait(WINDOW);
    expect(session.person(1)).to.deep.include({ returns: 1, returnedByItself: true });
    expect(kinds(session.accept(connect(1)))).to.deep.equal(['presence']);
  });

  for (const cause of ['timeRanOut', 'byModerator'] as const)
    it(`[L2] does not come by itself after ${cause}, but by the button`, () => {
      const session = started();
      if (cause === 'timeRanOut') session.wait(91_500);
      else session.accept(markAbsent(session, 1));
      expect(session.person(1).state).to.include({ cause });
      session.accept(disconnect(session, 1));
      expect(kinds(session.accept(connect(1)))).to.deep.equal(['presence']);
      expect(session.accept(rejoin(1))[0]).to.include({ kind: 'returned', how: 'button' });
    });

  it('[L3] is a moderator’s to grant after two of one’s own', () => {
    const session = started({ people: 1 });
    for (const turn of [1, 2]) {
      session.accept(markAbsent(session, 1));
      session.accept(rejoin(1));
      expect(session.person(1).returns).to.equal(turn);
    }
    session.accept(markAbsent(session, 1));
    expect(session.refuse(rejoin(1))).to.deep.equal({ code: 'RETURN_BY_MODERATOR_ONLY' });
    expect(session.snapshot.context.closesAt).to.equal(session.now + 60_000);
    session.accept(callBack(1));
    expect(session.calledNumber).to.equal(1);
  });

  it('[L3] does not come by itself once they are used up', () => {
    const session = started({
      people: 2,
      settings: { returnsAllowed: 1 },
      person: { 1: { connected: false } },
    });
    session.accept(markAbsent(session, 1));
    session.accept(rejoin(1));
    session.accept(choose(session, 2, 1));
    session.wait(WINDOW);
    expect(session.person(1).state).to.include({ cause: 'notConnected' });
    expect(kinds(session.accept(connect(1)))).to.deep.equal(['presence']);
  });

  it('[L4] takes a place in call order, whenever they came', () => {
    const session = started({ people: 6 });
    for (const person of [1, 2, 3, 4]) session.accept(markAbsent(session, person));
    for (const person of [3, 1, 4, 2]) session.accept(rejoin(person));
    expect(block(session)).to.deep.equal([1, 2, 3, 4]);
    expect(session.calledNumber).to.equal(5);
    const passed = numbers(6).map(() => {
      const person = session.calledNumber ?? 0;
      session.accept(choose(session, person, person));
      return person;
    });
    expect(passed).to.deep.equal([5, 1, 2, 3, 4, 6]);
  });

  it('[L5] is called at once when nobody is left', () => {
    const session = started({ people: 2 });
    session.accept(markAbsent(session, 1));
    session.accept(markAbsent(session, 2));
    expect(session.state).to.equal('running.idle');
    expect(kinds(session.accept(rejoin(2)))).to.deep.equal(['returned', 'called']);
    expect(session.snapshot.context).to.include({ closesAt: null });
    expect(session.calledNumber).to.equal(2);
  });

  it('[L6] is not for the excused, nor for anybody who is not absent', () => {
    const session = started({ people: 3 });
    session.accept(excuse(3));
    expect(session.refuse(rejoin(3))).to.deep.equal({ code: 'RETURN_BY_MODERATOR_ONLY' });
    expect(session.refuse(rejoin(1))).to.deep.equal({ code: 'NOT_ABSENT' });
    expect(session.refuse(rejoin(2))).to.deep.equal({ code: 'NOT_ABSENT' });
    expect(session.refuse({ type: 'callBack', person: personId(2), on: 'waiting' })).to.deep.equal({
      code: 'NOT_ABSENT',
    });
    expect(kinds(session.accept(disconnect(session, 3)).concat(session.accept(connect(3))))).to.deep.equal([
      'presence',
      'presence',
    ]);
  });

  it('[L7] by a moderator needs no connection and does not count', () => {
    const session = started({ people: 2, person: { 1: { connected: false } } });
    session.wait(WINDOW);
    expect(session.accept(callBack(1))).to.deep.equal([
      { kind: 'returned', person: personId(1), at: START + WINDOW, how: 'moderator', reason: REASON },
    ]);
    expect(session.person(1)).to.include({ returns: 0, returnedByItself: false });
    session.accept(choose(session, 2, 1));
    expect(session.state).to.equal('running.awaited');
  });
});
