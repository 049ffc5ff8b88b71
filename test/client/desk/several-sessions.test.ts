/** An amphitheatre of several sessions in its room: which one is shown, which one must be closed first. */
import { expect } from 'chai';
import { earlierOpen, nextSession, roomSession, roomSessions } from '../../../client/desk/room-session.ts';
import type { SessionId } from '../../../machines/ids.ts';
import type { PublicSession, PublicState } from '../../../machines/session/public-state.ts';
import type { SessionStateName } from '../../../machines/session/state.ts';
import { runningState } from './fixtures.ts';

/** Sessions 1, 2, … in these states; the id of session n is 10 n. */
function amphitheatre(...states: readonly SessionStateName[]): PublicState {
  const state = runningState();
  const [model] = state.sessions.values();
  if (model === undefined) throw new Error('no session');
  const sessions = states.map(
    (name, index): PublicSession => ({
      ...model,
      id: ((index + 1) * 10) as SessionId,
      number: index + 1,
      state: name,
    }),
  );
  return { ...state, sessions: new Map(sessions.map(one => [one.id, one])) };
}

const shownNumber = (...how: Parameters<typeof roomSession>): number | undefined =>
  roomSession(...how)?.number;

describe('the session that a room shows', () => {
  it('is the live one, else the next, else the last', () => {
    expect(shownNumber(amphitheatre('closed', 'paused', 'open'))).to.equal(2);
    expect(shownNumber(amphitheatre('closed', 'open', 'open'))).to.equal(2);
    expect(shownNumber(amphitheatre('closed', 'closed'))).to.equal(2);
    expect(shownNumber(amphitheatre())).to.equal(undefined);
  });

  it('stays the one shown so far when it is closed', () => {
    expect(shownNumber(amphitheatre('closed', 'open'), null, 10 as SessionId)).to.equal(1);
  });

  it('is the one asked for by its number, where there is one', () => {
    const state = amphitheatre('running', 'open');
    expect(shownNumber(state, 2, 10 as SessionId)).to.equal(2);
    expect(shownNumber(state, 9, 10 as SessionId)).to.equal(1);
  });

  it('cannot start before the earlier ones are closed', () => {
    const started = roomSessions(amphitheatre('closed', 'running', 'open'));
    const last = { number: 3 };
    expect(earlierOpen(started, last)?.number).to.equal(2);
    expect(earlierOpen(roomSessions(amphitheatre('closed', 'closed', 'open')), last)).to.equal(null);
  });

  it('is followed by the next one, the last by none', () => {
    const sessions = roomSessions(amphitheatre('closed', 'open'));
    expect(nextSession(sessions, { number: 1 })?.number).to.equal(2);
    expect(nextSession(sessions, { number: 2 })).to.equal(null);
  });
});
