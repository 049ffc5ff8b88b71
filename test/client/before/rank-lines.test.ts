/** How an order is made, step by step, with the figures of the manual’s screens. */
import { expect } from 'chai';
import { rankSteps } from '../../../client/before/rank-lines.ts';
import type { MyAmphitheatre } from '../../../client/http/answers.ts';
import { MINE } from './mine.ts';

const { rank } = MINE;
const stepsOf = (more: Partial<NonNullable<MyAmphitheatre['rank']>> = {}, semester = '2026-11') =>
  rank === null ? [] : rankSteps({ ...rank, ...more }, semester, 141);
const values = (step: number, more: Partial<NonNullable<MyAmphitheatre['rank']>> = {}): readonly string[] =>
  stepsOf(more)[step]?.lines.map(({ value }) => value) ?? [];

describe('the lines of a rank', () => {
  it('end in seniority, theoretical promotion, updated rank and call order', () => {
    expect(stepsOf().map(({ result }) => result.value)).to.deep.equal([
      '6\u00a0semestres',
      '2023',
      '146',
      'n°\u00a0141',
    ]);
  });

  it('count research at most four semesters, and say what is left out', () => {
    expect(values(0, { researchYear: 2, researchLeave: 4 })[2]).to.equal('+\u00a04');
    expect(stepsOf({ researchYear: 2, researchLeave: 4 })[0]?.lines[2]?.more).to.include(
      '6\u00a0semestres, 4\u00a0comptés',
    );
  });

  it('show the seniority without lost time, and what is behind it', () => {
    expect(values(1)).to.deep.equal(['2022', '8', '+\u00a01']);
  });

  it('show the exact rank beside the rounded one', () => {
    expect(stepsOf()[2]?.lines[2]).to.deep.include({ value: '≈\u00a0145,55' });
    expect(values(2, { localRank: 80, localHeadcount: 100, presentHeadcount: 150 })[2]).to.equal('120');
  });

  it('add up to the order, and say where seniority comes first', () => {
    expect(values(3)).to.deep.equal(['3', '+\u00a0137', '+\u00a01']);
    expect(values(3, { strictSeniority: true })).to.deep.equal(['140', '+\u00a01']);
  });
});
