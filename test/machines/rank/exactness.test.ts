/** Properties of the rank over arbitrary figures, judged by BigInt rationals. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { compareCallOrder, type Standing } from '../../../machines/rank/call-order.ts';
import { compareUpdatedRank, updatedRank } from '../../../machines/rank/updated-rank.ts';
import { SEEDED, seededRuns } from '../session/random-seed.ts';

/** Small figures so that ties happen, ordinary ones, and ones whose products are past 2^53. */
const whole = fc.oneof(
  fc.integer({ min: 1, max: 6 }),
  fc.integer({ min: 1, max: 12_000 }),
  fc.integer({ min: 2 ** 40, max: 2 ** 50 }),
);
const place = fc.record({ localRank: whole, localHeadcount: whole });

const standing: fc.Arbitrary<Standing> = fc.record({
  localRank: fc.integer({ min: 1, max: 6 }),
  localHeadcount: fc.integer({ min: 1, max: 6 }),
  seniority: fc.integer({ min: 0, max: 2 }),
  theoreticalPromotion: fc.integer({ min: 2020, max: 2022 }),
  promotion: fc.integer({ min: 2020, max: 2021 }),
  nationalRank: fc.integer({ min: 1, max: 3 }),
  ine: fc.string({ minLength: 1, maxLength: 3 }),
});
const settings = fc.record({ strictSeniority: fc.boolean() });

describe(`rank, whatever the figures, ${SEEDED}`, () => {
  it('[R7] is the ceiling of the exact fraction', () => {
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 20_000 }), ({ localRank, localHeadcount }, headcount) => {
        const product = BigInt(localRank) * BigInt(headcount);
        const divisor = BigInt(localHeadcount);
        const ceiling = product / divisor + (product % divisor === 0n ? 0n : 1n);
        fc.pre(ceiling <= BigInt(Number.MAX_SAFE_INTEGER));
        expect(updatedRank({ localRank, localHeadcount }, headcount)).to.equal(Number(ceiling));
      }),
      seededRuns(100),
    );
  });

  it('[R8] compares as exact rationals do', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const left = BigInt(a.localRank) * BigInt(b.localHeadcount);
        const right = BigInt(b.localRank) * BigInt(a.localHeadcount);
        const expected = left < right ? -1 : left > right ? 1 : 0;
        expect(Math.sign(compareUpdatedRank(a, b))).to.equal(expected);
      }),
      seededRuns(100),
    );
  });

  it('[R8] tells neighbours apart where a floating quotient cannot', () => {
    const a = { localRank: 2 ** 50 - 1, localHeadcount: 2 ** 50 };
    const b = { localRank: 2 ** 50, localHeadcount: 2 ** 50 + 1 };
    expect(compareUpdatedRank(a, b)).to.be.below(0);
    expect(compareUpdatedRank(b, a)).to.be.above(0);
  });

  it('[R10] is a total order: antisymmetric, transitive, and equal only for one INE', () => {
    fc.assert(
      fc.property(standing, standing, standing, settings, (a, b, c, options) => {
        const order = (x: Standing, y: Standing): number => Math.sign(compareCallOrder(x, y, options));
        expect(order(a, b)).to.equal(0 - order(b, a));
        if (order(a, b) === 0) expect(a.ine).to.equal(b.ine);
        if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).to.be.at.most(0);
      }),
      seededRuns(2_000),
    );
  });

  it('[R10] gives one order whatever order people come in', () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(standing, { selector: person => person.ine, maxLength: 12 })
          .chain(people =>
            fc.tuple(fc.constant(people), fc.shuffledSubarray(people, { minLength: people.length })),
          ),
        settings,
        ([people, shuffled], options) => {
          const sorted = (list: readonly Standing[]) =>
            list.toSorted((a, b) => compareCallOrder(a, b, options)).map(person => person.ine);
          expect(sorted(shuffled)).to.deep.equal(sorted(people));
        },
      ),
      seededRuns(100),
    );
  });
});
