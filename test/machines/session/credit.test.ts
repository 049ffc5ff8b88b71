/** Rules O: time without an owner is given back, and a session comes back from its record. */
import { expect } from 'chai';
import { alarm } from '../../../machines/session/alarm.ts';
import type { CommandBody } from '../../../machines/session/commands.ts';
import { choose, connect, disconnect, kinds, pause, resume, started, START } from './stage.ts';
import type { Stage } from './stage.ts';
import { personId } from './world.ts';

/** The owner was last alive at `from`, after START; the next one takes up now. */
const credit = (session: Stage, from: number): CommandBody => ({
  type: 'credit',
  from: START + from,
  to: session.now,
});

describe('time without an owner', () => {
  it('[O1] is given back to the choosing one, from the moment they are connected again', () => {
    const session = started();
    session.wait(40_000);
    expect(session.accept(credit(session, 30_000))).to.deep.equal([
      { kind: 'credit', from: START + 30_000, to: START + 40_000 },
      {
        kind: 'clock',
        person: personId(1),
        turn: 1,
        mode: 'recovering',
        endsAt: START + 60_000,
        leftMs: 60_000,
      },
    ]);
    expect(session.state).to.equal('running.recovering');
    session.wait(5_000);
    session.accept(connect(1));
    expect(session.called).to.include({ mode: 'choosing', endsAt: START + 45_000 + 60_000 });
  });

  it('[O1] runs again after 20 s at the latest', () => {
    const session = started();
    session.wait(40_000);
    session.accept(credit(session, 30_000));
    expect(alarm(session.snapshot)?.at).to.equal(START + 60_000);
    session.wait(20_000);
    expect(session.called).to.include({ mode: 'choosing', turn: 1, endsAt: START + 120_000 });
    session.wait(61_500);
    expect(session.person(1).state).to.include({ kind: 'absent', cause: 'notConnected' });
  });

  it('[O1] is 0 for one whose clock had run out, and the grace runs anew', () => {
    const session = started();
    session.wait(91_000);
    session.accept(credit(session, 90_500));
    session.accept(connect(1));
    expect(session.called).to.include({ endsAt: START + 91_000 });
    session.accept(choose(session, 1, 1));
  });

  it('[O1] is never more than the clock had when the owner was last alive before it was set', () => {
    const session = started();
    session.wait(30_000);
    session.accept(pause());
    session.accept(resume());
    session.accept(credit(session, 10_000));
    expect(session.called).to.include({ mode: 'recovering', leftMs: 60_000 });
  });

  it('[O2] gives the awaited one a whole new window', () => {
    const session = started({ connected: false });
    session.wait(15_000);
    session.accept(credit(session, 10_000));
    expect(session.state).to.equal('running.awaited');
    expect(session.called).to.include({ endsAt: START + 35_000 });
  });

  it('[O2] gives it whole after a pause too', () => {
    const session = started({ connected: false });
    session.wait(15_000);
    session.accept(pause());
    session.accept(resume());
    session.accept(credit(session, 15_000));
    expect(session.called).to.include({ endsAt: session.now + 20_000, leftMs: 20_000 });
  });

  it('[O3] moves the grace on', () => {
    const session = started({ people: 1 });
    session.accept(choose(session, 1, 1));
    session.wait(30_000);
    const facts = session.accept(credit(session, 10_000));
    expect(facts.at(-1)).to.deep.equal({ kind: 'idle', closesAt: START + 80_000 });
    expect(alarm(session.snapshot)?.at).to.equal(START + 80_000);
  });

  it('[O4] leaves nobody connected until presence is reported anew', () => {
    const session = started({ people: 200 });
    session.accept(credit(session, 0));
    for (const person of [1, 64, 65, 200]) expect(session.person(person).connected).to.equal(false);
    expect(kinds(session.accept(connect(2)))).to.deep.equal(['presence']);
  });

  it('[O4] keeps presence where the same owner goes on, and the clock runs at once', () => {
    const session = started();
    session.wait(30_000);
    session.accept({ type: 'credit', from: START + 10_000, to: START + 30_000, presence: 'kept' });
    expect(session.called).to.include({ mode: 'choosing', endsAt: START + 30_000 + 80_000 });
    expect(session.person(2).connected).to.equal(true);
  });

  it('[O5] is given back twice where it is lost twice', () => {
    const session = started();
    session.wait(40_000);
    session.accept(credit(session, 30_000));
    session.wait(10_000);
    session.accept(credit(session, 41_000));
    expect(session.called).to.include({ mode: 'recovering', endsAt: START + 70_000, leftMs: 60_000 });
  });

  it('[O6] is waited for after a pause with what remained of the wait', () => {
    const session = started();
    session.wait(40_000);
    session.accept(credit(session, 30_000));
    session.wait(15_000);
    session.accept(pause());
    expect(session.facts.at(-1)).to.include({ kind: 'paused', leftMs: 60_000 });
    session.wait(600_000);
    session.accept(resume());
    expect(session.state).to.equal('running.recovering');
    expect(session.called).to.include({ endsAt: session.now + 5_000, leftMs: 60_000 });
  });

  it('[O6] runs at once after a pause in which the chooser came back', () => {
    const session = started();
    session.wait(40_000);
    session.accept(credit(session, 30_000));
    session.accept(pause());
    session.accept(connect(1));
    session.accept(resume());
    expect(session.called).to.include({ mode: 'choosing', endsAt: session.now + 60_000 });
  });

  it('[O1] goes on waiting for one who was not connected when the record could not be written', () => {
    const session = started();
    session.accept(disconnect(session, 1));
    session.wait(10_000);
    session.accept({ type: 'credit', from: START, to: START + 10_000, presence: 'kept' });
    expect(session.state).to.equal('running.recovering');
  });
});
