/** The row of seats of the pink box, and the bar beyond nine. */
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { seatsOf } from '../../../client/room/seats.ts';
import type { PublicState } from '../../../machines/session/public-state.ts';
import { called, person, running, SESSION } from '../stage.ts';

const shown = (state: PublicState, me: number): string => {
  const seats = seatsOf(state, SESSION, person(me));
  return seats?.kind === 'row' ? seats.seats.map(({ kind, number }) => `${kind} ${number}`).join(', ') : '';
};

describe('the row of seats', () => {
  it('goes from the called one to me', () => {
    expect(shown(running(9), 3)).to.equal('called 1, waiting 2, me 3');
  });

  it('shows the returned behind the called one', () => {
    const state = running(9, [
      { kind: 'absent', person: person(1), at: 1 },
      called(2, 2, 1),
      { kind: 'returned', person: person(1) },
    ]);
    expect(shown(state, 4)).to.equal('called 2, returned 1, waiting 3, me 4');
  });

  it('keeps a dashed seat where a number in between does not choose', () => {
    expect(shown(running(9, [{ kind: 'notChoosing', person: person(3) }]), 4)).to.equal(
      'called 1, waiting 2, notChoosing 3, me 4',
    );
  });

  it('is a bar of numbers past nine ahead', () => {
    expect(seatsOf(running(12), SESSION, person(10))?.kind).to.equal('row');
    expect(seatsOf(running(21), SESSION, person(11))).to.deep.equal({
      kind: 'bar',
      first: 1,
      last: 21,
      now: 0,
      mine: 0.5,
    });
  });

  it('is none for who is not in the line', () => {
    const state = running(5, [{ kind: 'absent', person: person(3), at: 1 }]);
    expect(seatsOf(state, SESSION, person(3))).to.equal(null);
  });
});
