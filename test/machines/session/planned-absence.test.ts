/** Rules A8 to A12: planned absences, set and lifted while the session is live. */
import { expect } from 'chai';
import type { CommandBody } from '../../../machines/session/commands.ts';
import {
  callBack,
  choose,
  connect,
  excuse,
  kinds,
  lift,
  markAbsent,
  REASON,
  started,
  START,
} from './stage.ts';
import { personId } from './world.ts';

describe('a planned absence', () => {
  it('[A8] is set for anyone waiting, returned or absent', () => {
    const session = started({ people: 4 });
    expect(session.accept(excuse(3))).to.deep.equal([
      { kind: 'excused', person: personId(3), reason: REASON },
    ]);
    session.accept(markAbsent(session, 1));
    session.accept(excuse(1, 'absent'));
    session.accept(markAbsent(session, 2));
    session.accept(callBack(2));
    session.accept(excuse(2, 'returned'));
    expect(session.snapshot.context.returned).to.deep.equal([]);
    expect(session.snapshot.context.counts).to.include({ excused: 3, absent: 0, toCall: 0 });
  });

  it('[A8] is not set for the called one, nor after a choice, nor twice', () => {
    const session = started();
    expect(session.refuse(excuse(1, 'called'))).to.deep.equal({
      code: 'WRONG_STATE',
      state: 'called',
      command: 'excuse',
    });
    session.accept(choose(session, 1, 1));
    expect(session.refuse(excuse(1, 'chosen')).code).to.equal('ALREADY_CHOSEN');
    session.accept(excuse(3));
    expect(session.refuse(excuse(3, 'excused')).code).to.equal('WRONG_STATE');
  });

  it('[A9] lifted before the place is reached, gives that place back', () => {
    const session = started();
    session.accept(excuse(2));
    expect(session.accept(lift(2))).to.deep.equal([{ kind: 'waiting', person: personId(2), reason: REASON }]);
    session.accept(choose(session, 1, 1));
    expect(session.calledNumber).to.equal(2);
  });

  it('[A9] is not reached by the turn of one who has returned and is called before that place', () => {
    const session = started({ people: 4 });
    session.accept(markAbsent(session, 1));
    session.accept(excuse(3));
    session.accept(callBack(1));
    session.accept(choose(session, 2, 1));
    expect(session.calledNumber).to.equal(1);
    session.accept(lift(3));
    expect(session.person(3).state.kind).to.equal('waiting');
  });

  it('[A10] lifted after, brings back at once whoever is connected', () => {
    const session = started();
    session.accept(excuse(2));
    session.accept(choose(session, 1, 1));
    expect(session.accept(lift(2))).to.deep.equal([
      {
        kind: 'absent',
        person: personId(2),
        cause: 'byModerator',
        at: START,
        evidence: null,
        reason: REASON,
      },
      { kind: 'returned', person: personId(2), at: START, how: 'moderator' },
    ]);
    expect(session.person(2)).to.include({ returns: 0, owedReturn: false });
  });

  it('[A10] lifted after, brings back the others at their next connection', () => {
    const session = started({ person: { 2: { connected: false, plannedAbsence: REASON } } });
    session.accept(choose(session, 1, 1));
    expect(kinds(session.accept(lift(2)))).to.deep.equal(['absent']);
    expect(kinds(session.accept(connect(2)))).to.deep.equal(['presence', 'returned']);
    expect(session.person(2).returns).to.equal(0);
  });

  it('[A8] set again meanwhile, owes that return no more', () => {
    const session = started({ person: { 2: { connected: false, plannedAbsence: REASON } } });
    session.accept(choose(session, 1, 1));
    session.accept(lift(2));
    session.accept(excuse(2, 'absent'));
    expect(session.person(2).owedReturn).to.equal(false);
    session.accept(connect(2));
    expect(session.person(2).state.kind).to.equal('excused');
  });

  it('[A10] lifted after, calls at once where nobody else is left', () => {
    const session = started({ people: 2, person: { 2: { plannedAbsence: REASON } } });
    session.accept(choose(session, 1, 1));
    session.accept(lift(2));
    expect(session.state).to.equal('running.choosing');
    expect(session.calledNumber).to.equal(2);
  });

  it('[A10] takes an absentee handed over for one whose place was reached', () => {
    const carried = { state: 'absent', cause: 'byModerator', returns: 0, owedReturn: false } as const;
    const session = started({ people: 4, person: { 2: { carried, connected: false } } });
    session.accept(excuse(2, 'absent'));
    session.accept(lift(2));
    expect(session.person(2).state.kind).to.equal('absent');
  });

  it('[A12] set for one handed over as an absentee, owes them no return', () => {
    const carried = { state: 'absent', cause: 'byModerator', returns: 0, owedReturn: true } as const;
    const session = started({ people: 4, person: { 2: { carried, plannedAbsence: REASON } } });
    expect(session.person(2)).to.deep.include({
      state: { kind: 'excused', reason: REASON },
      owedReturn: false,
    });
  });

  for (const [owedReturn, found] of [
    [true, 'absent'],
    [false, 'waiting'],
  ] as const)
    it(`[A10] finds one excused in the session before ${found} where that place was ${owedReturn ? '' : 'not '}reached`, () => {
      const carried = { state: 'excused', returns: 0, owedReturn } as const;
      const session = started({ person: { 3: { carried, plannedAbsence: REASON, connected: false } } });
      session.accept(lift(3));
      expect(session.person(3).state.kind).to.equal(found);
    });

  it('[A11] is refused as stale where the person’s state has changed', () => {
    const session = started();
    expect(session.refuse(excuse(1, 'waiting'))).to.deep.equal({ code: 'STALE', now: 'called' });
    expect(session.refuse(lift(2))).to.deep.equal({ code: 'STALE', now: 'waiting' });
    expect(session.refuse(callBack(2))).to.deep.equal({ code: 'STALE', now: 'waiting' });
  });

  it('[A11] is lifted only where there is one', () => {
    const lifted: CommandBody = { type: 'lift', person: personId(2), on: 'waiting' };
    expect(started().refuse(lifted).code).to.equal('WRONG_STATE');
  });

  it('[A12] counts from the start where it was set before', () => {
    const session = started({ person: { 1: { plannedAbsence: REASON } } });
    expect(session.person(1).state).to.deep.equal({ kind: 'excused', reason: REASON });
    expect(session.calledNumber).to.equal(2);
  });
});
