/** Where somebody forgotten stands, and the number they are given. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { callOrderText } from '../../../machines/call-order-text.ts';
import { compareCallOrder } from '../../../machines/rank/call-order.ts';
import type { Standing } from '../../../machines/rank/call-order.ts';
import { orderBetween, placeOn } from '../../../machines/rank/place.ts';
import { SEEDED, seededRuns } from '../session/random-seed.ts';

const usual = { strictSeniority: false };
const ranked = (localRank: number, ine = `INE${localRank}`): Standing => ({
  ine,
  localRank,
  localHeadcount: 100,
  seniority: 4,
  theoreticalPromotion: 2024,
  promotion: 2024,
  nationalRank: localRank,
});

describe(`the place of somebody forgotten, ${SEEDED}`, () => {
  it('[R15] is behind those called before and before all others', () => {
    const list = [10, 20, 30].map(rank => ranked(rank));
    expect(placeOn(list, ranked(5), usual)).to.equal(0);
    expect(placeOn(list, ranked(25), usual)).to.equal(2);
    expect(placeOn(list, ranked(35), usual)).to.equal(3);
    expect(placeOn([], ranked(1), usual)).to.equal(0);
  });

  it('[R15] keeps the list in call order, whoever is added', () => {
    const standing = fc.record({
      ine: fc.uuid(),
      localRank: fc.integer({ min: 1, max: 30 }),
      localHeadcount: fc.integer({ min: 30, max: 40 }),
      seniority: fc.integer({ min: 0, max: 10 }),
      theoreticalPromotion: fc.integer({ min: 2020, max: 2024 }),
      promotion: fc.integer({ min: 2019, max: 2024 }),
      nationalRank: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(standing), standing, fc.boolean(), (people, forgotten, strictSeniority) => {
        const settings = { strictSeniority };
        const inOrder = (list: readonly Standing[]) =>
          list.toSorted((a, b) => compareCallOrder(a, b, settings));
        const list = inOrder(people);
        const grown = list.toSpliced(placeOn(list, forgotten, settings), 0, forgotten);
        expect(grown).to.deep.equal(inOrder([...people, forgotten]));
      }),
      seededRuns(100),
    );
  });

  it('[R16] lies between its neighbours’ numbers, nobody else’s changing', () => {
    expect(orderBetween(57, 58)).to.equal(57.5);
    expect(orderBetween(57, 57.5)).to.equal(57.25);
    expect(orderBetween(null, 1)).to.equal(0.5);
    expect(orderBetween(60, null)).to.equal(61);
    expect(orderBetween(60.5, null)).to.equal(61);
    expect(orderBetween(null, null)).to.equal(1);
  });

  it('[R16] reads «57 bis», a second one beside it by its fraction', () => {
    expect([57, 57.5, 57.25, 57.125, 0.5].map(callOrderText)).to.deep.equal([
      '57',
      '57\u00a0bis',
      '57,25',
      '57,125',
      '0\u00a0bis',
    ]);
  });
});
