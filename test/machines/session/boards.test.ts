/** What boards are made of, pure: alerts of a day, the state of those left over, where somebody forgotten comes. */
import { expect } from 'chai';
import type { SessionId } from '../../../machines/ids.ts';
import { mayLengthenTurn } from '../../../machines/session/beforehand.ts';
import { dayAlerts } from '../../../machines/session/day-alerts.ts';
import type { DaySituation } from '../../../machines/session/day-alerts.ts';
import { leftState } from '../../../machines/session/left.ts';
import { placeOfAdded } from '../../../machines/session/place-of-added.ts';
import type { SessionStateName } from '../../../machines/session/state.ts';

const NOW = Date.UTC(2027, 2, 22, 9);
const MINUTE = 60_000;

/** A running session in which nothing is wrong. */
const quiet: DaySituation = {
  state: 'running',
  since: NOW - 10 * MINUTE,
  startsAt: NOW - 10 * MINUTE,
  scheduledStart: false,
  afterAnother: false,
  calledIsConnected: true,
  noPost: false,
  pausedBySeries: false,
  absencesInARow: 0,
  moderators: 1,
  estimatedEnd: NOW + 30 * MINUTE,
  nextStartsAt: NOW + 30 * MINUTE,
  people: 40,
  connected: 40,
  toSettle: 0,
};
const alerts = (more: Partial<DaySituation>) => dayAlerts({ ...quiet, ...more }, NOW);
const open: Partial<DaySituation> = { state: 'open', since: null, calledIsConnected: null, connected: null };

describe('alerts of the day', () => {
  it('are none where nothing is to be looked at', () => {
    expect(alerts({})).to.deep.equal([]);
    expect(alerts({ ...open, startsAt: NOW + MINUTE })).to.deep.equal([]);
    expect(alerts({ state: 'closed' })).to.deep.equal([]);
  });

  it('tell of the called one who is not connected, not in a pause', () => {
    expect(alerts({ calledIsConnected: false })).to.deep.equal([
      { kind: 'awaitedOffline', severity: 'now', count: null },
    ]);
    expect(alerts({ calledIsConnected: false, state: 'paused', since: NOW })).to.deep.equal([]);
  });

  it('tell of a pause of more than five minutes', () => {
    expect(alerts({ state: 'paused', since: NOW - 5 * MINUTE })).to.deep.equal([]);
    expect(alerts({ state: 'paused', since: NOW - 5 * MINUTE - 1 })).to.deep.equal([
      { kind: 'longPause', severity: 'now', count: 5 },
    ]);
  });

  it('tell of absences in a row: soon from two on, now once the session has paused itself', () => {
    expect(alerts({ absencesInARow: 1 })).to.deep.equal([]);
    expect(alerts({ absencesInARow: 2 })).to.deep.equal([
      { kind: 'absencesInSeries', severity: 'soon', count: 2 },
    ]);
    expect(alerts({ absencesInARow: 3, pausedBySeries: true, state: 'paused', since: NOW })).to.deep.equal([
      { kind: 'absencesInSeries', severity: 'now', count: 3 },
    ]);
  });

  it('tell of a live session without a moderator, and of a turn without a possible post', () => {
    expect(alerts({ moderators: 0, noPost: true }).map(({ kind }) => kind)).to.deep.equal([
      'noPostPossible',
      'noModerator',
    ]);
  });

  it('tell by how many minutes the next session will wait', () => {
    expect(alerts({ estimatedEnd: NOW + 48 * MINUTE })).to.deep.equal([
      { kind: 'late', severity: 'soon', count: 18 },
    ]);
  });

  it('tell of a session that waits for a moderator at its hour, and not of one behind another', () => {
    const due = { ...open, scheduledStart: true, startsAt: NOW, moderators: 0 };
    expect(alerts(due).map(({ kind }) => kind)).to.deep.equal(['waitsForModerator']);
    expect(alerts({ ...due, afterAnother: true })).to.deep.equal([]);
    expect(alerts({ ...due, moderators: 1 })).to.deep.equal([]);
    expect(alerts({ ...open, startsAt: NOW - 3 * MINUTE })).to.deep.equal([
      { kind: 'notStarted', severity: 'soon', count: 3 },
    ]);
  });

  it('tell who is not there yet in the quarter of an hour before', () => {
    expect(alerts({ ...open, startsAt: NOW + 11 * MINUTE, people: 38, connected: 27 })).to.deep.equal([
      { kind: 'notYetOnline', severity: 'soon', count: 11 },
    ]);
    expect(alerts({ ...open, startsAt: NOW + 41 * MINUTE, people: 38, connected: 9 })).to.deep.equal([]);
  });

  it('tell how many are to be assigned after the end, and put what is urgent first', () => {
    expect(alerts({ state: 'closed', toSettle: 1 })).to.deep.equal([
      { kind: 'toSettle', severity: 'soon', count: 1 },
    ]);
    const both = alerts({ absencesInARow: 2, estimatedEnd: NOW + 60 * MINUTE, moderators: 0 });
    expect(both.map(({ severity }) => severity)).to.deep.equal(['now', 'soon', 'soon']);
  });
});

describe('the state of somebody without a post', () => {
  const tables = { plannedAbsence: null, outcome: null, joinedLate: false };
  const recorded = { kind: 'waiting', cause: null, at: NOW, owedReturn: false } as const;

  it('is what the tables settled, before what the record says', () => {
    expect(leftState({ ...tables, outcome: 'passed' }, recorded)).to.deep.equal({ kind: 'passed' });
    expect(leftState({ ...tables, plannedAbsence: 'motif' }, recorded)).to.deep.equal({
      kind: 'excused',
      reason: 'motif',
    });
    expect(leftState({ ...tables, joinedLate: true }, null)).to.deep.equal({
      kind: 'absent',
      cause: 'byModerator',
    });
  });

  it('is the called one’s turn, though the tables still hold a planned absence', () => {
    const called = { ...recorded, kind: 'called' } as const;
    expect(leftState({ ...tables, plannedAbsence: 'motif' }, called)).to.deep.equal({ kind: 'called' });
  });

  it('is absent, not waiting, where a planned absence was lifted after their place was reached', () => {
    const excused = { ...recorded, kind: 'excused' } as const;
    expect(leftState(tables, excused)).to.deep.equal({ kind: 'waiting' });
    expect(leftState(tables, { ...excused, owedReturn: true })).to.deep.include({ kind: 'absent' });
  });

  it('is absent by a moderator where the choice was taken back', () => {
    expect(leftState(tables, { ...recorded, kind: 'chosen' })).to.deep.equal({
      kind: 'absent',
      cause: 'byModerator',
    });
  });
});

describe('the session that somebody forgotten comes into', () => {
  const ids = [1, 2, 3] as SessionId[];
  const sessions = (...states: readonly SessionStateName[]) =>
    states.map((state, index) => ({ id: ids[index] ?? (0 as SessionId), state }));
  const [one = null, two = null] = ids;

  it('is not asked before the first start: the list is written anew', () => {
    expect(placeOfAdded([], null, null)).to.deep.equal({ kind: 'listAnew' });
    expect(placeOfAdded(sessions('open', 'open'), one, one)).to.deep.equal({ kind: 'listAnew' });
  });

  it('is theirs while it runs or is still to start', () => {
    expect(placeOfAdded(sessions('running', 'open'), one, one)).to.deep.equal({ kind: 'live', session: 1 });
    expect(placeOfAdded(sessions('running', 'open'), two, two)).to.deep.equal({
      kind: 'toStart',
      session: 2,
      late: false,
    });
  });

  it('is the next slice’s at the border of one that is closed: their rank has not passed', () => {
    expect(placeOfAdded(sessions('closed', 'open'), one, two)).to.deep.equal({
      kind: 'toStart',
      session: 2,
      late: false,
    });
  });

  it('is the live one, else the next to start, where theirs is closed', () => {
    expect(placeOfAdded(sessions('closed', 'paused', 'open'), one, one)).to.deep.equal({
      kind: 'live',
      session: 2,
    });
    expect(placeOfAdded(sessions('closed', 'open'), one, one)).to.deep.equal({
      kind: 'toStart',
      session: 2,
      late: true,
    });
    expect(placeOfAdded(sessions('closed', 'closed'), one, two)).to.have.nested.property(
      'refusal.code',
      'WRONG_STATE',
    );
  });
});

describe('a longer turn', () => {
  it('may be set until the session that will call the person begins', () => {
    const may = (own: SessionStateName | null, anyLive: boolean, anyToStart: boolean): boolean =>
      mayLengthenTurn({ own, anyLive, anyToStart }) === null;
    expect(may(null, false, false), 'not cut').to.equal(true);
    expect(may('open', true, true), 'theirs comes later').to.equal(true);
    expect(may('running', true, true)).to.equal(false);
    expect(may('closed', false, true), 'left over, the next one calls them').to.equal(true);
    expect(may('closed', true, true)).to.equal(false);
    expect(may('closed', false, false)).to.equal(false);
  });
});
