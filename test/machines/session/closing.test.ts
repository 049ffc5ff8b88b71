/** Rules M7 to M14: how a session ends, and what it hands to the next. */
import { expect } from 'chai';
import type { Fact } from '../../../machines/session/facts.ts';
import {
  callBack,
  choose,
  close,
  excuse,
  force,
  kinds,
  lift,
  markAbsent,
  pause,
  REASON,
  rejoin,
  started,
  START,
} from './stage.ts';
import type { Stage } from './stage.ts';
import { personId } from './world.ts';

const MINUTE = 60_000;

function absentees(stage: Stage, count: number): void {
  for (let number = 1; number <= count; number++) stage.accept(markAbsent(stage, number));
}
const closedFact = (facts: readonly Fact[]) => facts.find(fact => fact.kind === 'closed');

describe('the end of a session', () => {
  it('[M7] closes freely when nobody is left to call', () => {
    const session = started({ people: 1 });
    session.accept(choose(session, 1, 1));
    expect(closedFact(session.accept(close()))).to.include({ how: 'byModerator' });
    expect(session.state).to.equal('closed');
  });

  it('[M7] closes freely in a pause too', () => {
    const session = started({ people: 1 });
    session.accept(choose(session, 1, 1));
    session.accept(pause());
    session.accept(close('paused'));
    expect(session.state).to.equal('closed');
  });

  it('[M8] needs force with the present number of those still to choose', () => {
    const session = started({ people: 4 });
    session.accept(choose(session, 1, 1));
    session.accept(excuse(4));
    expect(session.refuse(close())).to.deep.equal({
      code: 'STILL_TO_CHOOSE',
      count: 2,
    });
    expect(session.refuse(force(3))).to.deep.equal({ code: 'STILL_TO_CHOOSE', count: 2 });
    expect(closedFact(session.accept(force(2)))).to.include({ how: 'forced' });
  });

  it('[M9] puts the called one back to waiting and makes nobody absent', () => {
    const session = started();
    const facts = session.accept(force(3));
    expect(kinds(facts)).to.deep.equal(['closed']);
    expect(closedFact(facts)?.carried.map(({ state }) => state)).to.deep.equal([
      'waiting',
      'waiting',
      'waiting',
    ]);
    expect(session.person(1).state.kind).to.equal('waiting');
    expect(session.called).to.equal(null);
  });

  it('[M10] closes by itself after 60 s when no absentee can come back', () => {
    const session = started({ people: 1 });
    session.accept(choose(session, 1, 1));
    session.wait(MINUTE - 1);
    expect(session.state).to.equal('running.idle');
    session.wait(1);
    expect(session.state).to.equal('closed');
    expect(closedFact(session.facts)).to.include({ how: 'finished', at: START + MINUTE });
  });

  it('[M11] waits 15 minutes for an absentee who can come back', () => {
    const session = started({ people: 1 });
    absentees(session, 1);
    session.wait(15 * MINUTE - 1);
    expect(session.state).to.equal('running.idle');
    session.wait(1);
    expect(session.state).to.equal('closed');
  });

  it('[M11] waits until the next session’s hour where that is sooner', () => {
    const session = started({ people: 1, nextSessionAt: START + 5 * MINUTE });
    absentees(session, 1);
    expect(session.snapshot.context.closesAt).to.equal(START + 5 * MINUTE);
  });

  it('[M11] waits 60 s all the same where that hour has come already', () => {
    const session = started({ people: 1, nextSessionAt: START - MINUTE });
    absentees(session, 1);
    expect(session.snapshot.context.closesAt).to.equal(START + MINUTE);
  });

  it('[M12] cuts the grace short when the last absentee is excused', () => {
    const session = started({ people: 2 });
    absentees(session, 2);
    session.wait(MINUTE);
    session.accept(excuse(1, 'absent'));
    expect(session.snapshot.context.closesAt).to.equal(START + 15 * MINUTE);
    const facts = session.accept(excuse(2, 'absent'));
    expect(facts).to.deep.include({ kind: 'idle', closesAt: START + 2 * MINUTE });
  });

  it('[M12] says nothing of a grace that ends no sooner for it', () => {
    const session = started({ people: 1 });
    absentees(session, 1);
    session.wait(14 * MINUTE);
    expect(kinds(session.accept(excuse(1, 'absent')))).to.deep.equal(['excused']);
    expect(session.snapshot.context.closesAt).to.equal(START + 15 * MINUTE);
  });

  it('[M12] never makes the grace longer by it', () => {
    const session = started({ people: 1 });
    absentees(session, 1);
    session.wait(15 * MINUTE - 5_000);
    session.accept(excuse(1, 'absent'));
    expect(session.snapshot.context.closesAt).to.equal(START + 15 * MINUTE);
  });

  it('[M12] gives the grace anew to somebody whose planned absence is lifted', () => {
    const session = started({ people: 2, person: { 2: { plannedAbsence: REASON, connected: false } } });
    session.accept(choose(session, 1, 1));
    expect(session.snapshot.context.closesAt).to.equal(START + MINUTE);
    session.wait(30_000);
    session.accept(lift(2));
    expect(session.snapshot.context.closesAt).to.equal(START + 30_000 + 15 * MINUTE);
  });

  it('[M12] gives it to one whose return is owed, whatever the returns so far', () => {
    const carried = { state: 'excused', returns: 2, owedReturn: true } as const;
    const person = { 2: { carried, plannedAbsence: REASON, connected: false } };
    const session = started({ people: 2, person });
    session.accept(choose(session, 1, 1));
    session.accept(lift(2));
    expect(session.snapshot.context.closesAt).to.equal(START + 15 * MINUTE);
  });

  it('[M13] hands over everyone without a post, causes and counts kept', () => {
    const session = started({ people: 6, person: { 5: { plannedAbsence: REASON } } });
    session.accept(markAbsent(session, 1));
    session.accept(rejoin(1));
    session.accept(choose(session, 2, 2));
    session.accept(markAbsent(session, 1));
    session.accept(markAbsent(session, 3));
    session.accept(callBack(3));
    const closed = closedFact(session.accept(force(3)));
    const nothing = { cause: null, returns: 0, owedReturn: false };
    expect(closed?.carried).to.deep.equal([
      { person: personId(1), state: 'absent', cause: 'byModerator', returns: 1, owedReturn: false },
      { person: personId(3), state: 'waiting', ...nothing },
      { person: personId(4), state: 'waiting', ...nothing },
      { person: personId(5), state: 'excused', ...nothing },
      { person: personId(6), state: 'waiting', ...nothing },
    ]);
  });

  it('[M14] takes those handed over first, connected absentees having just connected', () => {
    const carried = { state: 'absent', cause: 'notConnected', returns: 0, owedReturn: false } as const;
    const session = started({
      people: 5,
      person: {
        1: { carried, connected: false },
        2: { carried },
        3: { carried: { state: 'waiting', returns: 0 } },
        4: { carried: { state: 'excused', returns: 0, owedReturn: true }, plannedAbsence: REASON },
      },
    });
    expect(session.facts.slice(0, 2)).to.deep.equal([
      {
        kind: 'started',
        at: START,
        people: [
          { person: personId(1), state: 'absent' },
          { person: personId(2), state: 'absent' },
          { person: personId(3), state: 'waiting' },
          { person: personId(4), state: 'excused' },
          { person: personId(5), state: 'waiting' },
        ],
      },
      { kind: 'returned', person: personId(2), at: START, how: 'connection' },
    ]);
    expect(session.calledNumber).to.equal(2);
    session.accept(choose(session, 2, 1));
    expect(session.calledNumber).to.equal(3);
    session.accept(choose(session, 3, 2));
    expect(session.calledNumber).to.equal(5);
  });

  it('[M14] keeps the count of returns across sessions', () => {
    const carried = { state: 'absent', cause: 'notConnected', returns: 2, owedReturn: false } as const;
    const session = started({ people: 2, person: { 1: { carried } } });
    expect(session.calledNumber).to.equal(2);
    expect(session.refuse(rejoin(1)).code).to.equal('RETURN_BY_MODERATOR_ONLY');
  });

  it('[M13] says of the excused whether their place was reached', () => {
    const session = started({ people: 4, person: { 2: { plannedAbsence: REASON } } });
    session.accept(choose(session, 1, 1));
    session.accept(excuse(4));
    const excused = closedFact(session.accept(force(1)))?.carried.filter(({ state }) => state === 'excused');
    expect(excused?.map(({ person, owedReturn }) => [person, owedReturn])).to.deep.equal([
      [personId(2), true],
      [personId(4), false],
    ]);
  });

  it('[M14] keeps the count of returns of the excused, and of those who wait again', () => {
    const session = started({
      people: 4,
      person: {
        2: { carried: { state: 'excused', returns: 2, owedReturn: false }, plannedAbsence: REASON },
        3: { carried: { state: 'waiting', returns: 1 } },
      },
    });
    expect([2, 3, 4].map(number => session.person(number).returns)).to.deep.equal([2, 1, 0]);
  });

  it('[M14] keeps a return that is owed across sessions', () => {
    const carried = { state: 'absent', cause: 'byModerator', returns: 2, owedReturn: true } as const;
    expect(started({ people: 2, person: { 1: { carried } } }).calledNumber).to.equal(1);
  });
});
