/** Whose session one is in, when an amphitheatre opens, and the hour that is planned for a turn. */
import { expect } from 'chai';
import type { SessionId } from '../../machines/ids.ts';
import { opensAt, opensByItself } from '../../machines/opening.ts';
import { ownSession } from '../../machines/own-session.ts';
import { plannedTurn } from '../../machines/session/estimate.ts';
import type { SessionStateName } from '../../machines/session/state.ts';

const id = (number: number): SessionId => number as SessionId;
const sessions = (...states: SessionStateName[]) =>
  states.map((state, index) => ({ id: id(index + 1), state }));

describe('one’s own session', () => {
  it('is that of the cut while it is not closed', () => {
    expect(ownSession(sessions('closed', 'open'), id(2), false)).to.deep.equal({
      session: { id: 2, state: 'open' },
      carriedOver: false,
    });
  });

  it('is the next one that is not closed, for whoever has no post', () => {
    expect(ownSession(sessions('closed', 'closed', 'open', 'open'), id(1), false)).to.deep.equal({
      session: { id: 3, state: 'open' },
      carriedOver: true,
    });
  });

  it('stays where the choice was made, or the turn was passed', () => {
    expect(ownSession(sessions('closed', 'open'), id(1), true)?.session.id).to.equal(1);
  });

  it('is the last one when all are closed, which handed everybody on to it', () => {
    expect(ownSession(sessions('closed', 'closed'), id(1), false)).to.deep.equal({
      session: { id: 2, state: 'closed' },
      carriedOver: true,
    });
  });

  it('is none before the cut', () => {
    expect(ownSession([], null, false)).to.equal(null);
  });
});

describe('the opening', () => {
  const at = Date.UTC(2027, 2, 22, 8);
  const WEEK_MS = 7 * 24 * 3_600_000;

  it('is told as seven days before the first hour, which is when it happens', () => {
    const both = [
      { state: 'validated' as const, startsAt: at + 1 },
      { state: 'validated' as const, startsAt: at },
    ];
    expect(opensAt(both)).to.equal(at - WEEK_MS);
    expect(opensByItself(both, at - WEEK_MS)).to.equal(true);
    expect(opensByItself(both, at - WEEK_MS - 1)).to.equal(false);
    expect(opensAt([{ startsAt: null }])).to.equal(null);
  });
});

describe('the planned hour of a turn', () => {
  it('is a full turn for each one before, within a margin that grows with them', () => {
    const [first, tenth] = [plannedTurn(0, 0, 90_000), plannedTurn(0, 9, 90_000)];
    expect([first.at, tenth.at]).to.deep.equal([0, 9 * 90_000]);
    expect(first.to - first.from).to.be.above(0);
    expect(tenth.to - tenth.from).to.be.above(first.to - first.from);
  });
});
