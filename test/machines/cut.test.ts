/** Slices of a call list and their hours. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { cut } from '../../machines/cut.ts';
import { SEEDED, seededRuns } from './session/random-seed.ts';

const NINE = Date.UTC(2027, 2, 22, 8); // 9 h in Paris
const MINUTE = 60_000;
const TURN = 90_000;

describe(`cut, ${SEEDED}`, () => {
  it('[R13] slices the call list by the size asked for, the rest last', () => {
    const slices = cut(130, 60, NINE, TURN).map(({ number, first, last, size }) => [
      number,
      first,
      last,
      size,
    ]);
    expect(slices).to.deep.equal([
      [1, 1, 60, 60],
      [2, 61, 120, 60],
      [3, 121, 130, 10],
    ]);
  });

  it('[R13] makes one session of fewer people than the size, and none of nobody', () => {
    expect(cut(12, 60, NINE, TURN)).to.have.length(1);
    expect(cut(60, 60, NINE, TURN)).to.have.length(1);
    expect(cut(0, 60, NINE, TURN)).to.deep.equal([]);
  });

  it('[R13] covers everyone once, in order', () => {
    fc.assert(
      fc.property(fc.nat(1_200), fc.integer({ min: 1, max: 90 }), (people, perSession) => {
        let next = 1;
        for (const slice of cut(people, perSession, NINE, TURN)) {
          expect(slice.first).to.equal(next);
          expect(slice.size)
            .to.equal(slice.last - slice.first + 1)
            .and.to.be.within(1, perSession);
          next = slice.last + 1;
        }
        expect(next).to.equal(people + 1);
      }),
      seededRuns(100),
    );
  });

  it('[R14] starts each next session after size × turn, rounded up to 5 minutes', () => {
    const hours = cut(145, 45, NINE, TURN).map(slice => ((slice.startsAt ?? 0) - NINE) / MINUTE);
    // 45 × 90 s = 67.5 min, told as 70
    expect(hours).to.deep.equal([0, 70, 140, 210]);
  });

  it('[R14] does not round what falls on 5 minutes', () => {
    const hours = cut(180, 60, NINE, TURN).map(slice => ((slice.startsAt ?? 0) - NINE) / MINUTE);
    expect(hours).to.deep.equal([0, 90, 180]);
  });

  it('[R14] takes the first hour as it is given and rounds the next', () => {
    const hours = cut(30, 20, NINE + 2 * MINUTE, TURN).map(slice => ((slice.startsAt ?? 0) - NINE) / MINUTE);
    expect(hours).to.deep.equal([2, 35]);
  });

  it('[R14] gives no hour where the first is not known', () => {
    expect(cut(30, 20, null, TURN).map(slice => slice.startsAt)).to.deep.equal([null, null]);
  });

  it('[R13] refuses a size that is no number of people', () => {
    for (const size of [0, -1, 1.5, Number.NaN]) expect(() => cut(10, size, NINE, TURN)).to.throw(RangeError);
  });
});
