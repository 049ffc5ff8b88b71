/** Rules M13, M14, M18, M19: whom a session hands over, and those of earlier sessions, who are there for corrections only. */
import { expect } from 'chai';
import { carriedPeople } from '../../../machines/session/close.ts';
import { toArray } from '../../../machines/session/vector.ts';
import { chosenEarlier, correct, seatOf } from './moderator.ts';
import {
  callBack,
  choose,
  connect,
  disconnect,
  excuse,
  force,
  kinds,
  lift,
  REASON,
  rejoin,
  started,
  START,
} from './stage.ts';
import type { Stage } from './stage.ts';
import { personId } from './world.ts';

const holders = (session: Stage) => toArray(session.snapshot.context.lines).map(line => line.holders);

describe('whom a forced close hands over', () => {
  it('[M9] [M13] are the returned too, waiting again, the returns they have had with them', () => {
    const session = started({ people: 4, connected: false });
    session.wait(20_500);
    session.accept(connect(1));
    expect(session.snapshot.context.returned).to.deep.equal([0]);
    session.accept(force(4));
    expect(session.person(1).state.kind).to.equal('waiting');
    expect(carriedPeople(session.snapshot.context)[0]).to.deep.equal({
      person: personId(1),
      state: 'waiting',
      cause: null,
      returns: 1,
      owedReturn: false,
    });
  });

  it('[M13] [M14] [A10] find the return that a late lifting owes them in the next session, once connected', () => {
    const session = started({ person: { 2: { connected: false, plannedAbsence: REASON } } });
    session.accept(choose(session, 1, 1));
    session.accept(lift(2));
    session.accept(force(1));
    const [, carried] = [1, 2].map(number =>
      carriedPeople(session.snapshot.context).find(({ person }) => person === personId(number)),
    );
    expect(carried).to.include({ state: 'absent', cause: 'byModerator', owedReturn: true });
    const handed = { state: 'absent', cause: 'byModerator', returns: 2, owedReturn: true } as const;
    const next = started({ person: { 2: { carried: handed, connected: false } } });
    next.accept(connect(2));
    expect(next.person(2)).to.deep.include({ state: { kind: 'returned' }, returns: 2 });
  });
});

describe('who chose in an earlier session', () => {
  /** The first two did; the second was passed. */
  const earlier = () =>
    started({
      people: 5,
      person: { 1: chosenEarlier(1), 2: { carried: { state: 'passed' } }, 3: { connected: false } },
      seats: [seatOf(1, 1)],
    });

  it('[M18] is not among those started with, nor called, counted or handed over', () => {
    const session = earlier();
    const [fact] = session.facts;
    expect(fact?.kind === 'started' && fact.people.map(({ person }) => person)).to.deep.equal(
      [3, 4, 5].map(personId),
    );
    expect(session.calledNumber).to.equal(3);
    expect(session.snapshot.context.counts).to.deep.equal({
      chosen: 0,
      toCall: 2,
      absent: 0,
      excused: 0,
      canReturn: 0,
    });
    session.accept(force(3));
    expect(carriedPeople(session.snapshot.context).map(({ person }) => person)).to.deep.equal(
      [3, 4, 5].map(personId),
    );
  });

  it('[M18] has no presence here, and no other part', () => {
    const session = earlier();
    for (const number of [1, 2]) {
      expect(session.person(number)).to.include({ elsewhere: true, connected: false });
      expect(session.refuse(connect(number))).to.deep.equal({ code: 'UNKNOWN_PERSON' });
      expect(session.refuse(disconnect(session, number))).to.deep.equal({ code: 'UNKNOWN_PERSON' });
    }
    expect(session.refuse(excuse(2, 'passed')).code).to.equal('WRONG_STATE');
    expect(session.refuse(rejoin(2)).code).to.equal('NOT_ABSENT');
    expect(session.refuse(choose(session, 1, 2)).code).to.equal('ALREADY_CHOSEN');
    expect(session.refuse(choose(session, 2, 2)).code).to.equal('NOT_YOUR_TURN');
  });

  it('[M18] has a status that changes where no post was possible, and a mandate, without presence', () => {
    const session = earlier();
    const status = { type: 'setStatus', status: 'supernumeraryValidating', on: 'classic' } as const;
    session.accept({ ...status, person: personId(2) });
    expect(session.refuse({ ...status, person: personId(1) }).code).to.equal('ALREADY_CHOSEN');
    const mandate = { type: 'setMandate', person: personId(2), held: true, connected: true } as const;
    expect(kinds(session.accept(mandate))).to.deep.equal(['mandate']);
  });

  it('[M18] holds a seat that their correction frees', () => {
    const session = earlier();
    session.accept(correct(1, 1, 2));
    expect(holders(session)).to.deep.equal([[1]]);
    expect(session.person(1)).to.include({ elsewhere: true });
    session.accept(connect(3));
    session.accept(choose(session, 3, 1));
  });

  it('[M19] comes into the live session when the choice is taken back', () => {
    const session = earlier();
    const facts = session.accept(correct(1, 1, null));
    expect(kinds(facts)).to.deep.equal(['corrected', 'seat', 'joined', 'absent']);
    expect(facts[2]).to.deep.equal({
      kind: 'joined',
      person: personId(1),
      callOrder: 1,
      state: 'absent',
      at: START,
      edition: null,
    });
    expect(session.snapshot.context.counts).to.include({ absent: 1, canReturn: 1 });
    session.accept(connect(1));
    session.accept(callBack(1));
    session.wait(20_500);
    expect(session.calledNumber).to.equal(1);
    session.accept(choose(session, 1, 2)); // the turn of the earlier session had a higher number
  });

  it('[M19] has had a place: a planned absence lifted is late', () => {
    const session = earlier();
    session.accept(correct(1, 1, null));
    session.accept(excuse(1, 'absent'));
    expect(kinds(session.accept(lift(1)))).to.deep.equal(['absent']);
    expect(session.person(1)).to.include({ owedReturn: true });
  });

  it('[M19] is absent in a closed session, and handed over by it', () => {
    const session = earlier();
    session.accept(force(3));
    expect(kinds(session.accept(correct(1, 1, null)))).to.deep.equal(['corrected', 'seat', 'absent']);
    expect(carriedPeople(session.snapshot.context)[0]).to.include({ person: personId(1), state: 'absent' });
  });
});
