/** The table of domain §5, line by line. */
import { expect } from 'chai';
import { parseSemester } from '../../../machines/rank/semester.ts';
import { seniority } from '../../../machines/rank/seniority.ts';
import { expectedSeniority, theoreticalPromotion } from '../../../machines/rank/theoretical-promotion.ts';
import { compareUpdatedRank, updatedRank } from '../../../machines/rank/updated-rank.ts';

const none = { validated: 0, supernumerary: 0, researchYear: 0, researchLeave: 0 };
const spring2021 = { year: 2021, season: 'spring' } as const;
const autumn2021 = { year: 2021, season: 'autumn' } as const;

describe('rank', () => {
  it('[R1] counts 6 validated semesters and 2 of leave for research as 8', () => {
    expect(seniority({ ...none, validated: 6, researchLeave: 2 })).to.equal(8);
  });

  it('[R1] counts each kind of semester once', () => {
    expect(seniority({ validated: 5, supernumerary: 1, researchYear: 2, researchLeave: 1 })).to.equal(9);
  });

  it('[R2] counts research year and leave for research together for 4 at most', () => {
    expect(seniority({ ...none, validated: 3, researchYear: 2, researchLeave: 2 })).to.equal(7);
    expect(seniority({ ...none, validated: 3, researchYear: 2, researchLeave: 4 })).to.equal(7);
  });

  it('[R3] gives 2 to 1 validated and 1 supernumerary semester before a leave for personal reasons', () => {
    expect(seniority({ ...none, validated: 1, supernumerary: 1 })).to.equal(2);
  });

  it('[R4] expects an odd number of semesters in spring and an even one in autumn', () => {
    expect(expectedSeniority(2019, spring2021)).to.equal(3);
    expect(expectedSeniority(2019, autumn2021)).to.equal(4);
    expect(expectedSeniority(2021, autumn2021)).to.equal(0);
  });

  it('[R4] reads the semester from the month it starts in, and nothing else', () => {
    expect(parseSemester('2027-05')).to.deep.equal({ year: 2027, season: 'spring' });
    expect(parseSemester('2027-11')).to.deep.equal({ year: 2027, season: 'autumn' });
    for (const code of ['2027-06', '27-05', '2027-5', '2027-05 ', '', '2027-051'])
      expect(parseSemester(code), code).to.equal(null);
  });

  it('[R5] gives promotion 2019 at the choices of spring 2021 the promotions of the manual', () => {
    const promotions = [3, 2, 1, 0].map(semesters => theoreticalPromotion(2019, semesters, spring2021));
    expect(promotions).to.deep.equal([2019, 2019, 2020, 2020]);
  });

  it('[R5] gives promotion 2019 at the choices of autumn 2021 one step more', () => {
    const promotions = [4, 3, 2, 1, 0].map(semesters => theoreticalPromotion(2019, semesters, autumn2021));
    expect(promotions).to.deep.equal([2019, 2019, 2020, 2020, 2021]);
  });

  it('[R5] never puts anybody in an earlier promotion than their own', () => {
    expect(theoreticalPromotion(2019, 9, spring2021)).to.equal(2019);
    expect(theoreticalPromotion(2022, 0, spring2021)).to.equal(2022);
  });

  it('[R7] shows Claire 120 and Maxime 135 in a theoretical promotion of 150, Claire first', () => {
    const claire = { localRank: 80, localHeadcount: 100 };
    const maxime = { localRank: 108, localHeadcount: 120 };
    expect(updatedRank(claire, 150)).to.equal(120);
    expect(updatedRank(maxime, 150)).to.equal(135);
    expect(compareUpdatedRank(claire, maxime)).to.be.below(0);
  });

  it('[R7] rounds up, and only where there is something to round', () => {
    expect(updatedRank({ localRank: 136, localHeadcount: 242 }, 259)).to.equal(146);
    expect(updatedRank({ localRank: 1, localHeadcount: 3 }, 3)).to.equal(1);
    expect(updatedRank({ localRank: 1, localHeadcount: 1000 }, 10)).to.equal(1);
  });

  it('[R8] tells apart two ranks that show the same number', () => {
    const better = { localRank: 136, localHeadcount: 242 };
    const worse = { localRank: 140, localHeadcount: 249 };
    expect(updatedRank(better, 259)).to.equal(updatedRank(worse, 259));
    expect(compareUpdatedRank(better, worse)).to.be.below(0);
    expect(compareUpdatedRank(worse, better)).to.be.above(0);
  });

  it('[R8] holds fractions equal that are equal', () => {
    expect(
      compareUpdatedRank({ localRank: 2, localHeadcount: 6 }, { localRank: 3, localHeadcount: 9 }),
    ).to.equal(0);
  });
});
