/** Rules T1 to T11: one turn, its clocks, its presence, its number. */
import { expect } from 'chai';
import type { Ms } from '../../../machines/ids.ts';
import { alarm } from '../../../machines/session/alarm.ts';
import {
  callBack,
  choose,
  connect,
  disconnect,
  kinds,
  markAbsent,
  pause,
  rejoin,
  START,
  started,
} from './stage.ts';
import { personId } from './world.ts';

const nobodyThere = { connected: false } as const;

describe('a turn', () => {
  it('[T1] lasts 90 s', () => {
    expect(started().called).to.include({ turnMs: 90_000, endsAt: START + 90_000 });
  });

  it('[T1] lasts as much longer as was set for the person', () => {
    const session = started({ person: { 1: { extraTurnMs: 45_000 } } });
    expect(session.called).to.include({ turnMs: 135_000, endsAt: START + 135_000 });
    const awaited = started({ person: { 1: { extraTurnMs: 45_000, connected: false } } });
    expect(awaited.called).to.include({ endsAt: START + 20_000 }); // the window is everybody's
    awaited.accept(connect(1));
    expect(awaited.called).to.include({ endsAt: START + 135_000, leftMs: 135_000 });
  });

  it('[T2] runs from the call for someone connected', () => {
    const session = started();
    expect(session.state).to.equal('running.choosing');
    expect(session.facts.at(-1)).to.deep.equal({
      kind: 'called',
      person: personId(1),
      turn: 1,
      mode: 'choosing',
      at: START,
      endsAt: START + 90_000,
      leftMs: 90_000,
    });
  });

  it('[T3] awaits for 20 s someone who is not connected', () => {
    const session = started(nobodyThere);
    expect(session.state).to.equal('running.awaited');
    expect(session.called).to.include({ mode: 'awaited', endsAt: START + 20_000 });
  });

  it('[T4] begins in full for whoever connects within the window', () => {
    const session = started(nobodyThere);
    session.wait(19_999);
    expect(kinds(session.accept(connect(1)))).to.deep.equal(['presence', 'clock']);
    expect(session.state).to.equal('running.choosing');
    expect(session.called).to.include({ turn: 1, endsAt: START + 19_999 + 90_000 });
  });

  it('[T4] begins in full for a connection made in time whose report is still on its way', () => {
    const session = started(nobodyThere);
    session.wait(20_499);
    session.accept(connect(1));
    expect(session.state).to.equal('running.choosing');
  });

  it('[T5] keeps running for a chooser who disconnects', () => {
    const session = started();
    session.wait(30_000);
    session.accept(disconnect(session, 1));
    session.wait(30_000);
    session.accept(connect(1));
    expect(session.called).to.include({ mode: 'choosing', endsAt: START + 90_000 });
  });

  it('[T6] gives way to the next of the call order', () => {
    const session = started();
    session.accept(choose(session, 1, 1));
    expect(session.calledNumber).to.equal(2);
  });

  it('[T6] gives way to the returned first', () => {
    const session = started();
    session.accept(markAbsent(session, 1));
    session.accept(rejoin(1));
    session.accept(choose(session, 2, 1));
    expect(session.calledNumber).to.equal(1);
  });

  it('[T7] passes over the excused without waiting', () => {
    const session = started({
      people: 4,
      person: { 2: { plannedAbsence: { sealed: 'x' } }, 3: { plannedAbsence: { sealed: 'x' } } },
    });
    session.accept(choose(session, 1, 1));
    expect(session.calledNumber).to.equal(4);
    expect(session.now).to.equal(START);
  });

  it('[T8] ends once by its deadline', () => {
    const session = started();
    session.wait(91_500);
    expect(session.calledNumber).to.equal(2);
    expect(session.refuse({ type: 'deadline', turn: 1 })).to.deep.equal({ code: 'STALE', now: 'choosing' });
  });

  it('[T8] does not end by a deadline before its time', () => {
    const session = started(nobodyThere);
    session.wait(15_000);
    session.accept(connect(1)); // the window's own deadline may be under way, with the same turn
    expect(session.refuse({ type: 'deadline', turn: 1 })).to.deep.equal({ code: 'STALE', now: 'choosing' });
  });

  it('[T9] does not end in the grace or the transit, whoever asks', () => {
    const session = started();
    session.wait(91_499);
    expect(session.refuse({ type: 'deadline', turn: 1 })).to.deep.equal({ code: 'STALE', now: 'choosing' });
  });

  it('[T8] knows no deadline when nobody is called', () => {
    expect(started({ people: 0 }).refuse({ type: 'deadline', turn: 0 })).to.deep.equal({
      code: 'STALE',
      now: 'idle',
    });
    expect(started().refuse({ type: 'graceOver' })).to.deep.equal({ code: 'STALE', now: 'choosing' });
    expect(started({ people: 0 }).refuse({ type: 'graceOver' })).to.deep.equal({
      code: 'STALE',
      now: 'idle',
    });
  });

  const due: readonly (readonly [string, Ms, boolean])[] = [
    ['its end, the grace and the transit', 91_500, true],
    ['the window’s end and the transit', 20_500, false],
  ];
  for (const [when, at, connected] of due)
    it(`[T9] is acted on at ${when}`, () => {
      const session = started({ connected });
      expect(alarm(session.snapshot)).to.deep.equal({ at: START + at, body: { type: 'deadline', turn: 1 } });
      session.wait(at - 1);
      expect(session.calledNumber).to.equal(1);
      session.wait(1);
      expect(session.calledNumber).to.equal(2);
    });

  it('[T9] has no alarm in a pause, nor before the start', () => {
    const session = started();
    session.accept(pause());
    expect(alarm(session.snapshot)).to.equal(null);
  });

  it('[T10] counts presence from none to some and back only', () => {
    const session = started({ person: { 2: nobodyThere } });
    expect(session.refuse(disconnect(session, 2))).to.deep.equal({ code: 'STALE', now: 'disconnected' });
    expect(session.accept(connect(2))).to.deep.equal([
      { kind: 'presence', person: personId(2), connected: true, at: START },
    ]);
    expect(session.refuse(connect(2))).to.deep.equal({ code: 'STALE', now: 'connected' });
    expect(session.person(2)).to.include({ connected: true, lastSeenAt: START });
  });

  it('[T10] keeps when somebody was last seen', () => {
    const session = started();
    expect(session.person(2).lastSeenAt).to.equal(START);
    session.wait(5_000);
    session.accept({ type: 'disconnected', person: personId(2), lastSeenAt: START + 3_000 });
    expect(session.person(2)).to.include({ connected: false, lastSeenAt: START + 3_000 });
  });

  it('[T11] has a number of its own, from 1', () => {
    const session = started({ people: 2 });
    session.accept(markAbsent(session, 1));
    session.accept(markAbsent(session, 2));
    session.accept(callBack(1));
    const turns = session.facts.flatMap(fact => (fact.kind === 'called' ? [fact.turn] : []));
    expect(turns).to.deep.equal([1, 2, 3]);
  });
});
