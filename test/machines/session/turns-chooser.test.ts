/** Rules T12 to T14: whose presence counts when a mandate changes hands or a gateway is lost. */
import { expect } from 'chai';
import type { CommandBody } from '../../../machines/session/commands.ts';
import { callBack, choose, connect, kinds, pause, START, started } from './stage.ts';
import { personId } from './world.ts';

const setMandate = (person: number, held: boolean, connected: boolean): CommandBody => ({
  type: 'setMandate',
  person: personId(person),
  held,
  connected,
});
const nobodyThere = { connected: false } as const;

describe('the chooser of a turn', () => {
  it('[T12] counts the new chooser’s presence at once when a mandate is accepted', () => {
    const session = started({ person: { 2: nobodyThere } });
    expect(session.accept(setMandate(2, true, true))).to.deep.equal([
      { kind: 'mandate', person: personId(2), held: true },
      { kind: 'presence', person: personId(2), connected: true, at: START },
    ]);
    session.accept(choose(session, 1, 1));
    expect(session.state).to.equal('running.choosing');
  });

  it('[T12] goes on with its clock when a mandate is cancelled in the turn', () => {
    const session = started({ person: { 1: { mandate: true } } });
    session.wait(40_000);
    session.accept(setMandate(1, false, false));
    expect(session.called).to.include({ mode: 'choosing', endsAt: START + 90_000 });
    expect(session.person(1)).to.include({ mandate: false, connected: false });
    session.accept(choose(session, 1, 1));
  });

  it('[T12] begins when the awaited holder’s mandate is cancelled and the intern is there', () => {
    const session = started({ person: { 1: { mandate: true, connected: false } } });
    session.wait(10_000);
    session.accept(setMandate(1, false, true));
    expect(session.called).to.include({ mode: 'choosing', endsAt: START + 100_000 });
  });

  it('[T10] [T12] brings nothing where the new chooser is there, or not, as the one before was', () => {
    const session = started({ people: 3, person: { 1: { connected: false }, 3: { connected: false } } });
    session.wait(20_500);
    session.accept(callBack(1));
    for (const [person, connected] of [
      [1, false],
      [3, false],
    ] as const)
      expect(kinds(session.accept(setMandate(person, true, connected)))).to.deep.equal(['mandate']);
    expect(session.person(1)).to.deep.include({ lastSeenAt: null });
  });

  it('[T12] brings back an absentee by the new chooser’s connection', () => {
    const session = started({ people: 2, connected: false });
    session.wait(20_500);
    session.accept(setMandate(1, true, true));
    expect(session.person(1).state.kind).to.equal('returned');
  });

  it('[T13] refuses a mandate while the intern is called, and after the choice', () => {
    const session = started();
    expect(session.refuse(setMandate(1, true, true))).to.deep.equal({ code: 'STALE', now: 'called' });
    session.accept(choose(session, 1, 1));
    expect(session.refuse(setMandate(1, true, true)).code).to.equal('ALREADY_CHOSEN');
    expect(session.refuse(setMandate(1, false, true)).code).to.equal('ALREADY_CHOSEN');
    expect(session.refuse(setMandate(2, false, true))).to.deep.equal({ code: 'STALE', now: 'notHeld' });
  });

  it('[T14] gives a new window to a chooser whose gateway is lost', () => {
    const session = started();
    session.wait(80_000);
    const lost: CommandBody = {
      type: 'disconnected',
      person: personId(1),
      lastSeenAt: START + 65_000,
      gatewayLost: true,
    };
    session.accept(lost);
    expect(session.state).to.equal('running.awaited');
    expect(session.called).to.include({ turn: 1, endsAt: START + 100_000 });
    session.accept(connect(1));
    expect(session.called).to.include({ mode: 'choosing', endsAt: START + 170_000 });
  });

  it('[T14] gives it in a pause too, standing', () => {
    const session = started();
    session.accept(pause());
    session.accept({ type: 'disconnected', person: personId(1), lastSeenAt: START, gatewayLost: true });
    expect(session.state).to.equal('paused.awaited');
    expect(session.called).to.include({ endsAt: null, leftMs: 20_000 });
  });

  it('[T14] gives it to one found again in a pause and lost once more', () => {
    const session = started();
    session.accept({ type: 'credit', from: START, to: START });
    session.accept(pause());
    session.accept(connect(1));
    session.accept({ type: 'disconnected', person: personId(1), lastSeenAt: START, gatewayLost: true });
    expect(session.state).to.equal('paused.awaited');
    expect(session.called).to.include({ endsAt: null, leftMs: 20_000, waitMs: 0 });
  });
});
