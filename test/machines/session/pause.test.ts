/** Rules P: a pause freezes whichever clock runs, and gives it back. */
import { expect } from 'chai';
import type { CommandBody } from '../../../machines/session/commands.ts';
import { decide } from '../../../machines/session/decide.ts';
import {
  choose,
  connect,
  disconnect,
  excuse,
  force,
  kinds,
  lift,
  markAbsent,
  pause,
  REASON,
  rejoin,
  resume,
  setStatus,
  started,
  START,
} from './stage.ts';
import type { Stage } from './stage.ts';
import { personId, postId } from './world.ts';

const HOUR = 3_600_000;

function pauseFor(session: Stage, ms: number): void {
  session.accept(pause());
  session.wait(ms);
  session.accept(resume());
}

describe('a pause', () => {
  it('[P1] freezes the turn to the millisecond', () => {
    const session = started();
    session.wait(12_345);
    expect(session.accept(pause())).to.deep.equal([
      { kind: 'paused', at: START + 12_345, reason: REASON, automatic: null, leftMs: 77_655 },
    ]);
    expect(session.state).to.equal('paused.choosing');
    session.wait(HOUR);
    expect(session.called).to.include({ endsAt: null, leftMs: 77_655 });
  });

  it('[P1] freezes the connection window', () => {
    const session = started({ connected: false });
    session.wait(7_001);
    session.accept(pause());
    session.wait(HOUR);
    expect(session.state).to.equal('paused.awaited');
    expect(session.called).to.include({ endsAt: null, leftMs: 12_999 });
  });

  it('[P1] freezes the grace for absentees', () => {
    const session = started({ people: 1 });
    session.accept(choose(session, 1, 1));
    session.wait(59_999);
    pauseFor(session, HOUR);
    expect(session.state).to.equal('running.idle');
    expect(session.snapshot.context.closesAt).to.equal(session.now + 1);
  });

  it('[P1] leaves 0 of a grace whose end the host has not come to', () => {
    const session = started({ people: 1 });
    session.accept(choose(session, 1, 1));
    const late = decide(session.snapshot, { ...pause(), at: START + 60_005 });
    expect(late.kind === 'accepted' && late.next.context.closesLeftMs).to.equal(0);
  });

  it('[P2] gives back exactly what remained, as often as it comes', () => {
    const session = started();
    for (const played of [10_000, 20_000, 30_000]) {
      session.wait(played);
      pauseFor(session, HOUR);
    }
    expect(session.called?.endsAt).to.equal(session.now + 30_000);
    expect(session.facts.slice(-2)).to.deep.equal([
      { kind: 'resumed', at: session.now },
      {
        kind: 'clock',
        person: personId(1),
        turn: 1,
        mode: 'choosing',
        endsAt: session.now + 30_000,
        leftMs: 30_000,
      },
    ]);
  });

  it('[P3] gives the full turn to an awaited chooser who connects in it and stays', () => {
    const session = started({ connected: false });
    session.wait(19_000);
    session.accept(pause());
    session.accept(connect(1));
    expect(session.state).to.equal('paused.awaited');
    session.accept(resume());
    expect(session.called).to.include({ mode: 'choosing', endsAt: session.now + 90_000 });
  });

  it('[P3] gives the rest of the window to one who is not there', () => {
    const session = started({ connected: false });
    session.wait(19_000);
    session.accept(pause());
    session.accept(connect(1));
    session.accept(disconnect(session, 1));
    session.accept(resume());
    expect(session.called).to.include({ mode: 'awaited', endsAt: session.now + 1_000 });
  });

  it('[P4] refuses choices', () => {
    const session = started();
    session.accept(pause());
    expect(session.refuse(choose(session, 1, 1))).to.deep.equal({ code: 'PAUSED' });
    expect(session.refuse(choose(session, 2, 1))).to.deep.equal({ code: 'PAUSED' });
    session.accept(resume());
    session.accept(choose(session, 1, 1));
  });

  it('[P5] in the hidden grace leaves 0, and the grace runs anew', () => {
    const session = started();
    session.wait(90_900);
    session.accept(pause());
    expect(session.called?.leftMs).to.equal(0);
    session.wait(HOUR);
    session.accept(resume());
    const resumedAt = session.now;
    session.wait(1_400);
    session.accept(choose(session, 1, 1, { receivedAt: resumedAt + 1_000 }));
  });

  it('[P6] holds the full time of one called in it', () => {
    const session = started({ person: { 3: { connected: false } } });
    session.accept(pause());
    session.accept(markAbsent(session, 1));
    expect(session.state).to.equal('paused.choosing');
    expect(session.called).to.include({ person: 1, endsAt: null, leftMs: 90_000 });
    session.accept(markAbsent(session, 2));
    expect(session.state).to.equal('paused.awaited');
    expect(session.called).to.include({ person: 2, endsAt: null, leftMs: 20_000 });
    session.wait(HOUR);
    session.accept(resume());
    expect(session.called?.endsAt).to.equal(session.now + 20_000);
  });

  it('[P6] holds the full grace where nobody is left', () => {
    const session = started({ people: 1 });
    session.accept(pause());
    expect(kinds(session.accept(markAbsent(session, 1)))).to.deep.equal(['absent', 'idle']);
    expect(session.state).to.equal('paused.idle');
    session.wait(HOUR);
    session.accept(resume());
    expect(session.snapshot.context.closesAt).to.equal(session.now + 15 * 60_000);
  });

  it('[P7] lets the returned take their place, to be called after it', () => {
    const session = started({ people: 1 });
    session.accept(markAbsent(session, 1));
    session.accept(pause());
    session.accept(rejoin(1));
    expect(session.state).to.equal('paused.idle');
    session.accept(resume());
    expect(session.state).to.equal('running.choosing');
    expect(session.called).to.include({ person: 0, endsAt: session.now + 90_000 });
  });

  it('[P8] takes nothing that time brings', () => {
    const session = started();
    session.accept(pause());
    const credit: CommandBody = { type: 'credit', from: START, to: START + HOUR };
    for (const command of [
      credit,
      { type: 'deadline', turn: 1 },
      { type: 'graceOver' },
    ] satisfies CommandBody[])
      expect(session.refuse(command)).to.deep.equal({ code: 'STALE', now: 'paused' });
  });

  it('[P9] lets presence, planned absences, status, mandate and offer go on', () => {
    const session = started({ people: 4 });
    session.accept(pause());
    const meanwhile: readonly CommandBody[] = [
      disconnect(session, 2),
      connect(2),
      excuse(3),
      lift(3),
      setStatus(4, 'supernumeraryValidating'),
      { type: 'setMandate', person: personId(4), held: true, connected: false },
      { type: 'setPost', post: postId(1), blocked: true, reason: REASON },
    ];
    for (const command of meanwhile) session.accept(command);
    expect(session.state).to.equal('paused.choosing');
    expect(session.called).to.include({ leftMs: 90_000 });
  });

  it('[P9] shortens the frozen grace when its last absentee is excused', () => {
    const session = started({ people: 1 });
    session.accept(markAbsent(session, 1));
    session.accept(pause());
    session.accept(excuse(1, 'absent'));
    expect(session.snapshot.context.closesLeftMs).to.equal(60_000);
    session.accept({ type: 'setMandate', person: personId(1), held: true, connected: true });
    session.accept(lift(1)); // connected: takes its place in the block
    session.accept(resume());
    expect(session.calledNumber).to.equal(1);
  });

  it('[P9] makes the frozen grace no longer by it', () => {
    const session = started({ people: 1 });
    session.accept(markAbsent(session, 1));
    session.wait(15 * 60_000 - 5_000);
    session.accept(pause());
    session.accept(excuse(1, 'absent'));
    expect(session.snapshot.context.closesLeftMs).to.equal(5_000);
  });

  it('[P9] can end in a close', () => {
    const session = started();
    session.accept(pause());
    session.accept(force(3, 'paused'));
    expect(session.snapshot.context.pause).to.equal(null);
  });

  it('[P10] is the host’s own after a long outage', () => {
    const session = started();
    const facts = session.accept({ type: 'pause', reason: REASON, on: 'running', incident: true });
    expect(facts[0]).to.include({ kind: 'paused', automatic: 'incident' });
  });
});
