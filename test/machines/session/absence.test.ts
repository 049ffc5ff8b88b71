/** Rules A: how a turn ends without a choice, and planned absences. */
import { expect } from 'chai';
import { alarm } from '../../../machines/session/alarm.ts';
import type { CommandBody } from '../../../machines/session/commands.ts';
import type { Fact } from '../../../machines/session/facts.ts';
import {
  callBack,
  choose,
  connect,
  disconnect,
  excuse,
  kinds,
  lift,
  markAbsent,
  REASON,
  rejoin,
  resume,
  started,
  START,
} from './stage.ts';
import type { Stage } from './stage.ts';
import { personId } from './world.ts';

const absence = (facts: readonly Fact[]) => facts.find(fact => fact.kind === 'absent');
const WINDOW = 20_500;
const TURN = 91_500;

function missWindows(session: Stage, count: number): void {
  for (let missed = 0; missed < count; missed++) session.wait(WINDOW);
}

describe('an absence', () => {
  it('[A1] comes when the window passes, and the next one is called', () => {
    const session = started({ connected: false });
    session.wait(WINDOW);
    expect(absence(session.facts)).to.include({
      person: personId(1),
      cause: 'notConnected',
      at: START + WINDOW,
    });
    expect(session.calledNumber).to.equal(2);
  });

  it('[A2] is for want of a connection where the chooser is not connected at the deadline', () => {
    const session = started();
    session.wait(10_000);
    session.accept(disconnect(session, 1));
    session.wait(TURN - 10_000);
    expect(absence(session.facts)).to.include({ person: personId(1), cause: 'notConnected' });
  });

  it('[A3] is for want of time where the chooser is connected at the deadline', () => {
    const session = started();
    session.wait(TURN);
    expect(absence(session.facts)).to.include({ person: personId(1), cause: 'timeRanOut', reason: null });
    expect(session.person(1).state).to.deep.equal({ kind: 'absent', cause: 'timeRanOut', at: START + TURN });
  });

  it('[A4] is a moderator’s to say, of the called one alone', () => {
    const session = started();
    expect(session.refuse({ ...markAbsent(session, 1), person: personId(2) } as CommandBody)).to.deep.equal({
      code: 'STALE',
      now: 'waiting',
    });
    const facts = session.accept(markAbsent(session, 1));
    expect(absence(facts)).to.include({ cause: 'byModerator', reason: REASON, evidence: null });
    expect(session.calledNumber).to.equal(2);
  });

  it('[A5] keeps its evidence', () => {
    const session = started({ person: { 2: { connected: false } } });
    session.wait(4_000);
    session.accept({ type: 'disconnected', person: personId(1), lastSeenAt: START + 3_000 });
    session.wait(TURN - 4_000 + WINDOW);
    const evidence = session.facts.flatMap(fact => (fact.kind === 'absent' ? [fact.evidence?.sealed] : []));
    expect(evidence).to.deep.equal([
      { rule: 'A2', calledAt: START, connectedAtDeadline: false, lastSeenAt: START + 3_000 },
      { rule: 'A1', calledAt: START + TURN, connectedAtDeadline: false, lastSeenAt: null },
    ]);
  });

  it('[A6] pauses the session the third time in a row', () => {
    const session = started({ people: 5, connected: false });
    missWindows(session, 2);
    expect(session.state).to.equal('running.awaited');
    missWindows(session, 1);
    expect(session.state).to.equal('paused.awaited');
    expect(kinds(session.facts).slice(-3)).to.deep.equal(['absent', 'called', 'paused']);
    expect(session.facts.at(-1)).to.include({ automatic: 'absences', reason: null, leftMs: 20_000 });
    expect(session.called).to.include({ person: 3, endsAt: null, leftMs: 20_000 });
  });

  it('[A6] pauses the session before a chooser who is there too, and after the last one', () => {
    const there = started({ people: 4, connected: false, person: { 4: { connected: true } } });
    missWindows(there, 3);
    expect(there.state).to.equal('paused.choosing');
    expect(there.called).to.include({ endsAt: null, leftMs: 90_000 });
    const last = started({ people: 3, connected: false });
    missWindows(last, 3);
    expect(last.state).to.equal('paused.idle');
    expect(last.facts.at(-1)).to.include({ kind: 'paused', leftMs: 15 * 60_000 });
    last.accept(resume());
    expect(alarm(last.snapshot)?.at).to.equal(last.now + 15 * 60_000);
  });

  it('[A6] never pauses by itself where that is switched off', () => {
    const session = started({ people: 9, connected: false, settings: { pauseAfterAbsences: 0 } });
    missWindows(session, 9);
    expect(session.state).to.equal('running.idle');
  });

  it('[A7] counts anew after a choice and after a moderator’s word', () => {
    const session = started({ people: 8, connected: false });
    missWindows(session, 2);
    session.accept(connect(3));
    session.accept(choose(session, 3, 1));
    missWindows(session, 2);
    session.accept(markAbsent(session, 6));
    missWindows(session, 1);
    expect(session.state).to.equal('running.awaited');
  });

  it('[A7] counts anew after its own pause', () => {
    const session = started({ people: 9, connected: false });
    missWindows(session, 3);
    session.accept(resume());
    missWindows(session, 2);
    expect(session.state).to.equal('running.awaited');
    missWindows(session, 1);
    expect(session.state).to.equal('paused.awaited');
  });

  it('[A11] is refused as stale where the called one, the turn or the sub-state has changed', () => {
    const session = started({ person: { 1: { connected: false } } });
    const mark = markAbsent(session, 1);
    session.accept(connect(1));
    expect(session.refuse(mark)).to.deep.equal({ code: 'STALE', now: 'choosing' });
    session.accept(choose(session, 1, 1));
    expect(session.refuse(mark)).to.deep.equal({ code: 'STALE', now: 'chosen' });
  });

  it('[A11] is refused as stale in another turn of the same person', () => {
    const session = started({ people: 1 });
    const mark = markAbsent(session, 1);
    session.accept(mark);
    session.accept(rejoin(1));
    expect(session.refuse(mark)).to.deep.equal({ code: 'STALE', now: 'called' });
  });
});

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
    expect(session.accept(lift(2))).to.deep.equal([{ kind: 'waiting', person: personId(2) }]);
    session.accept(choose(session, 1, 1));
    expect(session.calledNumber).to.equal(2);
  });

  it('[A10] lifted after, brings back at once whoever is connected', () => {
    const session = started();
    session.accept(excuse(2));
    session.accept(choose(session, 1, 1));
    expect(session.accept(lift(2))).to.deep.equal([
      { kind: 'absent', person: personId(2), cause: 'byModerator', at: START, evidence: null, reason: null },
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
