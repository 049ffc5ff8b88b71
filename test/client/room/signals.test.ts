/** Which sound, vibration or notification a moment of the room calls for. */
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { SessionId } from '../../../machines/ids.ts';
import type { Look } from '../../../client/room/announcements.ts';
import type { Moment } from '../../../client/room/moment.ts';
import { signalOf, signalsOver } from '../../../client/room/signals.ts';
import { person, SESSION } from '../stage.ts';

const NEXT = (SESSION + 1) as SessionId;
const inLine = (ahead: number): Moment => ({ kind: 'inLine', ahead, soon: ahead <= 4, returned: false });
const myTurn = (turn: number): Moment => ({
  kind: 'myTurn',
  called: { person: person(1), turn, mode: 'choosing', endsAt: 90_000, leftMs: 90_000 },
});
const look = (moment: Moment, seconds: number | null = null, paused = false): Look => ({
  moment,
  pause: paused ? { reason: null } : null,
  link: 'live',
  around: null,
  seconds,
  rehearsal: false,
  chosen: null,
});

describe('the signals', () => {
  it('[H3] tell four ahead once, however it is reached', () => {
    expect(signalOf(look(inLine(5)), look(inLine(4)))).to.equal('fourAhead');
    expect(signalOf(look(inLine(9)), look(inLine(2)))).to.equal('fourAhead');
    expect(signalOf(look(inLine(4)), look(inLine(3)))).to.equal(null);
  });

  it('[H3] [W21] tell four ahead at the first crossing of a session, not again after a return in front', () => {
    const signalAt = signalsOver(new Set());
    const heard = (...aheads: readonly number[]) =>
      aheads.map(ahead => signalAt(look(inLine(ahead)), SESSION));
    expect(heard(6, 5, 4)).to.deep.equal([null, null, 'fourAhead']);
    expect(heard(5, 4, 3, 5, 2)).to.deep.equal([null, null, null, null, null]);
    expect(signalAt(look(inLine(5)), NEXT)).to.equal(null);
    expect(signalAt(look(inLine(4)), NEXT), 'another session').to.equal('fourAhead');
  });

  it('[W21] tell nothing of a crossing that was seen before the page was left, or before it was opened', () => {
    const crossed = new Set<SessionId>();
    const opened = signalsOver(crossed);
    opened(look(inLine(4)), SESSION);
    opened(look(inLine(5)), SESSION);
    expect(opened(look(inLine(4)), SESSION)).to.equal(null);
    const back = signalsOver(crossed);
    back(look(inLine(5)), SESSION);
    expect(back(look(inLine(4)), SESSION)).to.equal(null);
  });

  it('tell my turn, and the next one of mine too', () => {
    expect(signalOf(look(inLine(1)), look(myTurn(4), 90))).to.equal('myTurn');
    expect(signalOf(look(myTurn(4), 3), look(myTurn(9), 90))).to.equal('myTurn');
  });

  it('tell 30 and 10 seconds as they are crossed, the nearer one by a leap', () => {
    expect(signalOf(look(myTurn(4), 31), look(myTurn(4), 30))).to.equal('thirtySeconds');
    expect(signalOf(look(myTurn(4), 30), look(myTurn(4), 29))).to.equal(null);
    expect(signalOf(look(myTurn(4), 40), look(myTurn(4), 8))).to.equal('tenSeconds');
  });

  it('tell nothing in a pause', () => {
    expect(signalOf(look(myTurn(4), 31), look(myTurn(4), 30, true))).to.equal(null);
  });
});
