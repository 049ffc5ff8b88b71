/** What a correction would do is told in whole sentences, and that it does nothing too. */
import { expect } from 'chai';
import { effectLines } from '../../../client/files/effect-words.ts';
import type { RosterEffect } from '../../../client/http/answers.ts';

const same = <Value>(value: Value) => ({ before: value, after: value });
const NOTHING: RosterEffect = {
  amphitheatre: same('Chirurgie'),
  theoreticalPromotion: same(2024),
  localHeadcount: same(40),
  updatedRank: same(12),
  callOrder: same<number | null>(12),
  startsAt: same<number | null>(null),
  othersHeadcount: 0,
  othersOrder: 0,
  othersHour: 0,
};

describe('the effect of a correction', () => {
  it('is said where there is none', () => {
    expect(effectLines(NOTHING)).to.deep.equal(['Rien ne change au rang ni à l’ordre d’appel.']);
  });

  it('names rank, order and how many others are concerned', () => {
    const lines = effectLines({
      ...NOTHING,
      updatedRank: { before: 12, after: 15 },
      callOrder: { before: 12, after: 15 },
      othersOrder: 3,
      othersHeadcount: 1,
    });
    expect(lines).to.deep.equal([
      'Passe du rang actualisé 12 au rang 15.',
      'Passe de l’ordre d’appel n°\u00a012 au n°\u00a015.',
      'L’effectif local change aussi pour 1\u00a0autre interne de la même promotion et du même groupe.',
      'L’ordre d’appel change pour 3\u00a0autres internes.',
    ]);
  });
});
