/** Rules A: how a turn ends without a choice. */
import { expect } from 'chai';
import { alarm } from '../../../machines/session/alarm.ts';
import type { CommandBody } from '../../../machines/session/commands.ts';
import type { Fact } from '../../../machines/session/facts.ts';
import { aboutCalled, chooseOnBehalf, prolong } from './moderator.ts';
import {
  choose,
  connect,
  disconnect,
  kinds,
  markAbsent,
  pause,
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

  for (const [decided, change, now] of [
    ['before a pause', pause(), 'paused'],
    ['in a pause that is over', resume(), 'running'],
  ] as const)
    it(`[A11] is refused as stale where it was decided ${decided}, as are the others about the called one`, () => {
      const session = started();
      if (now === 'running') session.accept(pause());
      const decidedOn = [markAbsent(session, 1), prolong(session, 1), chooseOnBehalf(session, 1, 1)];
      session.accept(change);
      for (const command of decidedOn) expect(session.refuse(command)).to.deep.equal({ code: 'STALE', now });
      session.accept(markAbsent(session, 1));
    });

  it('[J12] is taken where journals of older rules do not say whether it was paused', () => {
    const session = started();
    const { during: _during, ...older } = aboutCalled(session, 1);
    session.accept(pause());
    session.accept({ type: 'markAbsent', ...older });
  });
});
