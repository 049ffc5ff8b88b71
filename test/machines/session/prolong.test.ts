/** Rules T15, T16, T19, P12: more time for the called one. */
import { expect } from 'chai';
import { seal } from '../../../machines/sealed.ts';
import { aboutCalled, prolong } from './moderator.ts';
import { choose, connect, disconnect, pause, REASON, resume, started, START } from './stage.ts';
import { personId } from './world.ts';

const MINUTE = 60_000;

describe('a turn prolonged', () => {
  it('[T15] ends that much later, and everybody is told the new end', () => {
    const session = started();
    session.wait(30_000);
    expect(session.accept(prolong(session, 1))).to.deep.equal([
      { kind: 'prolonged', person: personId(1), turn: 1, byMs: MINUTE, reason: REASON },
      {
        kind: 'clock',
        person: personId(1),
        turn: 1,
        mode: 'choosing',
        endsAt: START + 150_000,
        leftMs: 120_000,
      },
    ]);
    session.wait(120_000);
    session.accept(choose(session, 1, 1));
  });

  it('[T19] is not given twice by two who decided on the same clock, running or paused', () => {
    for (const paused of [false, true]) {
      const session = started();
      if (paused) session.accept(pause());
      const was = { endsAt: session.called?.endsAt ?? null, leftMs: session.called?.leftMs ?? 0 };
      const asked = { type: 'prolong', ...aboutCalled(session, 1), byMs: MINUTE, was } as const;
      session.accept(asked);
      expect(session.refuse(asked)).to.deep.equal({ code: 'STALE', now: 'otherClock' });
    }
  });

  it('[T19] is not given on a clock that an outage has moved on since', () => {
    const session = started();
    const was = { endsAt: session.called?.endsAt ?? null, leftMs: session.called?.leftMs ?? 0 };
    const asked = { type: 'prolong', ...aboutCalled(session, 1), byMs: MINUTE, was } as const;
    session.wait(5_000);
    session.accept({ type: 'credit', from: START, to: session.now, presence: 'kept' });
    expect(session.called).to.include({ leftMs: was.leftMs });
    expect(session.refuse(asked)).to.deep.equal({ code: 'STALE', now: 'otherClock' });
  });

  it('[T15] leaves the turns after it as they were', () => {
    const session = started();
    session.accept(prolong(session, 1));
    session.accept(choose(session, 1, 1));
    expect(session.called).to.include({ endsAt: START + 90_000 });
  });

  it('[T15] gives a longer window to one awaited, whose turn stays the full one', () => {
    const session = started({ connected: false });
    session.accept(prolong(session, 1));
    session.wait(20_000 + MINUTE);
    expect(session.state).to.equal('running.awaited');
    session.accept(connect(1));
    expect(session.called).to.include({ mode: 'choosing', endsAt: session.now + 90_000 });
  });

  it('[T15] gives a longer rest to one waited for after a takeover, not a longer wait', () => {
    const session = started();
    session.wait(30_000);
    session.accept({ type: 'credit', from: session.now, to: session.now });
    const wait = session.called?.endsAt;
    session.accept(prolong(session, 1));
    expect(session.called).to.include({ mode: 'recovering', endsAt: wait, leftMs: 2 * MINUTE });
    session.accept(connect(1));
    expect(session.called).to.include({ endsAt: session.now + 2 * MINUTE });
  });

  it('[T15] is given back whole after a takeover', () => {
    const session = started();
    session.accept(prolong(session, 1));
    session.wait(30_000);
    session.accept({ type: 'credit', from: session.now, to: session.now });
    expect(session.called).to.include({ leftMs: 120_000 });
  });

  it('[O2] [T15] of the window is kept by a takeover', () => {
    const session = started({ connected: false });
    session.accept(prolong(session, 1));
    session.wait(30_000);
    session.accept({ type: 'credit', from: session.now, to: session.now });
    expect(session.called).to.include({ mode: 'awaited', leftMs: 50_000, endsAt: session.now + 50_000 });
  });

  it('[T14] [T15] is kept when the gateway is lost: of the turn that begins anew, of a window in a pause', () => {
    const lost = { type: 'disconnected', person: personId(1), lastSeenAt: START, gatewayLost: true } as const;
    const session = started();
    session.accept(prolong(session, 1));
    session.accept(lost);
    session.accept(connect(1));
    expect(session.called).to.include({ mode: 'choosing', leftMs: 150_000 });
    const awaited = started({ connected: false });
    awaited.accept(prolong(awaited, 1));
    awaited.accept(pause());
    awaited.accept(connect(1));
    awaited.accept(lost);
    expect(awaited.called).to.include({ mode: 'awaited', leftMs: 80_000 });
  });

  it('[T15] takes 10 s to 5 min, as often as need be', () => {
    const session = started();
    for (const byMs of [9_999, 300_001, 0, -10_000])
      expect(session.refuse(prolong(session, 1, byMs))).to.deep.equal({
        code: 'OUT_OF_RANGE',
        minMs: 10_000,
        maxMs: 300_000,
      });
    session.accept(prolong(session, 1, 10_000));
    session.accept(prolong(session, 1, 300_000));
    expect(session.called).to.include({ endsAt: START + 400_000 });
  });

  it('[T16] in the hidden grace has the whole of it from then on', () => {
    const session = started();
    session.wait(90_800);
    session.accept(prolong(session, 1, 10_000));
    expect(session.called).to.include({ endsAt: START + 100_800, leftMs: 10_000 });
  });

  it('[P12] in a pause has that much more frozen', () => {
    const session = started();
    session.wait(30_000);
    session.accept(pause());
    session.accept(prolong(session, 1));
    expect(session.called).to.include({ endsAt: null, leftMs: 2 * MINUTE });
    session.accept(resume());
    expect(session.called).to.include({ endsAt: session.now + 2 * MINUTE });
  });

  it('[P12] in a pause within the hidden grace has that much', () => {
    const session = started();
    session.wait(90_500);
    session.accept(pause());
    session.accept(prolong(session, 1, 20_000));
    expect(session.called).to.include({ leftMs: 20_000 });
  });

  it('[P12] in a pause of the wait after a takeover keeps the wait', () => {
    const session = started();
    session.accept({ type: 'credit', from: session.now, to: session.now });
    session.wait(5_000);
    session.accept(pause());
    session.accept(prolong(session, 1));
    expect(session.called).to.include({ waitMs: 15_000, leftMs: 150_000 });
  });
});

describe('a command about the called one', () => {
  for (const type of ['prolong', 'pass', 'chooseOnBehalf', 'markAbsent'] as const) {
    const given = { type, byMs: 60_000, post: 101 as never };

    it(`[A11] like ${type} is refused where the turn, the person or the clock has changed`, () => {
      const session = started({ people: 3 });
      const decided = { ...given, ...aboutCalled(session, 1) };
      expect(session.refuse({ ...decided, on: 'awaited' })).to.deep.equal({ code: 'STALE', now: 'choosing' });
      expect(session.refuse({ ...decided, turn: 7 })).to.deep.equal({ code: 'STALE', now: 'called' });
      expect(session.refuse({ ...decided, person: personId(2) })).to.deep.equal({
        code: 'STALE',
        now: 'waiting',
      });
      expect(session.refuse({ ...decided, person: personId(9) })).to.deep.equal({ code: 'UNKNOWN_PERSON' });
      session.accept(choose(session, 1, 2));
      expect(session.refuse(decided)).to.deep.equal({ code: 'STALE', now: 'chosen' });
    });

    it(`[M17] like ${type} needs a reason`, () => {
      const session = started();
      const blank = { ...given, ...aboutCalled(session, 1), reason: seal(' ') };
      expect(session.refuse(blank)).to.deep.equal({ code: 'REASON_REQUIRED' });
    });
  }

  it('[A11] is taken after a disconnection in the turn, which changes no sub-state', () => {
    const session = started();
    session.accept(disconnect(session, 1));
    session.accept(prolong(session, 1));
  });
});
