/** Rules E1–E6: when a turn will come and a session will end, from the pace seen so far. */
import { expect } from 'chai';
import type { AmphitheatreId, Ms, PersonId, SessionId } from '../../../machines/ids.ts';
import {
  estimatedEnd,
  estimatedStart,
  estimatedTurn,
  paceFrom,
  paceOf,
  plannedTurn,
} from '../../../machines/session/estimate.ts';
import type { Estimate } from '../../../machines/session/estimate.ts';
import { fromSnapshot } from '../../../machines/session/public-state.ts';
import type { PublicSession, PublicState } from '../../../machines/session/public-state.ts';
import { personId } from './world.ts';

const TURN_MS = 90_000;
const NINE = Date.UTC(2026, 9, 13, 7);

const session = (number: number, change: Partial<PublicSession> = {}): PublicSession => ({
  id: number as SessionId,
  number,
  rehearsal: false,
  startsAt: NINE + (number - 1) * 3_600_000,
  state: 'open',
  turnMs: TURN_MS,
  called: null,
  returned: [],
  paused: null,
  closesAt: null,
  credit: null,
  notices: [],
  ...change,
});

/** Session 1 with `ends` of turns so far, the next one choosing since the last of them, and `waiting` more; session 2 with two. */
function stateOf(ends: readonly Ms[], first: Partial<PublicSession> = {}, waiting = 3): PublicState {
  const done = ends.length;
  const last = ends.at(-1) ?? NINE;
  const called = {
    person: personId(done + 1),
    turn: done + 1,
    mode: 'choosing' as const,
    endsAt: last + TURN_MS,
    leftMs: TURN_MS,
  };
  const people = Array.from({ length: done + waiting + 3 }, (_, index) => {
    const state = index < done ? 'chosen' : index === done ? 'called' : 'waiting';
    const own = index < done + waiting + 1 ? 1 : 2;
    return [personId(index + 1), index + 1, own as SessionId, state, null, ends[index] ?? null] as const;
  });
  return fromSnapshot({
    amphitheatre: 1 as AmphitheatreId,
    pub: 0,
    edition: 1,
    sessions: [session(1, { state: 'running', called, ...first }), session(2)],
    people,
    posts: [],
  });
}

const every = (ms: number, count: number): readonly Ms[] =>
  Array.from({ length: count }, (_, index) => NINE + index * ms);

const at = (estimate: Estimate | null): Ms => {
  if (estimate?.kind !== 'around') throw new Error(`no hour in ${JSON.stringify(estimate)}`);
  return estimate.at;
};

const first = (state: PublicState): PublicSession => {
  const [found] = state.sessions.values();
  if (!found) throw new Error('no session');
  return found;
};

describe('estimates', () => {
  it('[E1] before anybody has chosen the pace is the full turn', () => {
    expect(paceFrom([], TURN_MS)).to.include({ perTurnMs: TURN_MS, turns: 0 });
    expect(paceOf(stateOf([]), first(stateOf([]))).perTurnMs).to.equal(TURN_MS);
  });

  it('[E1] comes close to the turns seen, the last thirty of them', () => {
    const slowThenQuick = [...every(90_000, 40), ...every(30_000, 31).map(end => end + 40 * 90_000)];
    const { perTurnMs, turns } = paceFrom(slowThenQuick, TURN_MS);
    expect(turns).to.equal(30);
    expect(perTurnMs).to.be.within(30_000, 36_000);
  });

  it('[E1] does not depend on the order in which the ends are given, nor counts one hour twice', () => {
    const ends = every(40_000, 8);
    expect(paceFrom([...ends.toReversed(), ...ends], TURN_MS)).to.deep.equal(paceFrom(ends, TURN_MS));
  });

  it('[E2] a pause between two turns counts as a long turn, not as its own length', () => {
    const pausedAnHour = [...every(40_000, 10), NINE + 3_600_000 + 10 * 40_000];
    expect(paceFrom(pausedAnHour, TURN_MS).perTurnMs).to.be.lessThan(60_000);
  });

  it('[E3] the hour of a turn is the rest of the one under way and a turn for each other ahead', () => {
    const state = stateOf(every(40_000, 20));
    const now = NINE + 19 * 40_000;
    const pace = paceOf(state, first(state)).perTurnMs;
    expect(at(estimatedTurn(state, personId(22), now)) - now).to.be.closeTo(pace, 1);
    expect(at(estimatedTurn(state, personId(24), now)) - now).to.be.closeTo(3 * pace, 1);
  });

  it('[E3] stays where it is while the one who chooses takes the usual time', () => {
    const state = stateOf(every(40_000, 20));
    const now = NINE + 19 * 40_000;
    const later = estimatedTurn(state, personId(24), now + 10_000);
    expect(at(later)).to.be.closeTo(at(estimatedTurn(state, personId(24), now)), 1);
  });

  it('[E3] the called one and whoever stands in no line have no hour', () => {
    const state = stateOf(every(40_000, 5));
    expect(estimatedTurn(state, personId(6), NINE)).to.equal(null);
    expect(estimatedTurn(state, personId(1), NINE)).to.equal(null);
    expect(estimatedTurn(state, 'nobodyhere' as PersonId, NINE)).to.equal(null);
  });

  it('[E4] the margin grows with the turns ahead and with how much they differ', () => {
    const width = (estimate: Estimate | null): number =>
      estimate?.kind === 'around' ? estimate.to - estimate.from : 0;
    const even = stateOf(every(40_000, 21), {}, 30);
    const uneven = stateOf(
      every(40_000, 21).map((end, index) => end + (index % 2) * 30_000),
      {},
      30,
    );
    const now = NINE + 20 * 40_000;
    expect(width(estimatedTurn(even, personId(50), now))).to.be.greaterThan(
      width(estimatedTurn(even, personId(40), now)),
    );
    expect(width(estimatedTurn(uneven, personId(50), now))).to.be.greaterThan(
      width(estimatedTurn(even, personId(50), now)),
    );
  });

  it('[E4] no margin begins before the session does, nor before now', () => {
    const { from, to } = plannedTurn(NINE, 0, TURN_MS);
    expect([from, to]).to.deep.equal([NINE, NINE + 60_000]);
    const now = NINE + 20 * 40_000 + 39_000; // the next one is called in about a second
    const next = estimatedTurn(stateOf(every(40_000, 21), {}, 3), personId(23), now);
    expect(next).to.include({ kind: 'around', from: now });
  });

  it('[E4] is told in whole minutes, so that the hour lies inside them', () => {
    expect(plannedTurn(NINE, 2, TURN_MS)).to.include({
      at: NINE + 180_000,
      from: NINE + 120_000,
      to: NINE + 240_000,
    });
  });

  it('[E5] in a pause no hour is known', () => {
    const state = stateOf(every(40_000, 5), { state: 'paused' });
    expect(estimatedTurn(state, personId(8), NINE)).to.deep.equal({ kind: 'suspended' });
    expect(estimatedEnd(state, 1 as SessionId, NINE)).to.deep.equal({ kind: 'suspended' });
  });

  it('[E6] a session begins at its hour, or when the one before is over where that is later', () => {
    const state = stateOf(every(40_000, 20));
    const second = state.sessions.get(2 as SessionId);
    if (!second) throw new Error('no second session');
    const late = NINE + 3_600_000 - 10_000;
    expect(estimatedStart(state, second, NINE)).to.equal(second.startsAt);
    expect(estimatedStart(state, second, late)).to.equal(at(estimatedEnd(state, 1 as SessionId, late)));
    expect(estimatedStart(state, { ...second, startsAt: null }, NINE)).to.equal(null);
  });

  it('[E6] one’s turn in a session still to begin counts from there, at the pace of the session before', () => {
    const state = stateOf(every(40_000, 20));
    const second = state.sessions.get(2 as SessionId);
    const pace = paceOf(state, first(state)).perTurnMs;
    const mine = at(estimatedTurn(state, personId(26), NINE));
    expect(mine).to.be.closeTo((second?.startsAt ?? 0) + pace, 1);
  });

  it('[E6] a rehearsal comes before no session: its pace and its end say nothing of the real ones', () => {
    const state = stateOf(every(40_000, 20), { rehearsal: true });
    const second = state.sessions.get(2 as SessionId);
    if (!second) throw new Error('no second session');
    expect(paceOf(state, second)).to.include({ perTurnMs: TURN_MS, turns: 0 });
    expect(estimatedStart(state, second, NINE + 3_590_000)).to.equal(second.startsAt);
  });

  it('[E6] a session that is over has no end to come', () => {
    expect(estimatedEnd(stateOf([], { state: 'closed', called: null }), 1 as SessionId, NINE)).to.equal(null);
  });
});
