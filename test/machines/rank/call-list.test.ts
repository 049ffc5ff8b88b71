/** Who is called before whom, and who is on the list: each tie of domain §5 on its own. */
import { expect } from 'chai';
import { callList, rankRoster, type RosterPerson } from '../../../machines/rank/call-list.ts';
import { compareCallOrder, type Standing } from '../../../machines/rank/call-order.ts';

const spring2027 = { year: 2027, season: 'spring' } as const;
const usual = { strictSeniority: false };
const strict = { strictSeniority: true };

const base: Standing = {
  ine: 'B',
  theoreticalPromotion: 2024,
  localRank: 10,
  localHeadcount: 20,
  seniority: 5,
  promotion: 2024,
  nationalRank: 500,
};

/** Both ways round, so that a comparison that always says "first" is caught. */
function expectFirst(first: Standing, second: Standing, settings = usual): void {
  expect(compareCallOrder(first, second, settings)).to.be.below(0);
  expect(compareCallOrder(second, first, settings)).to.be.above(0);
}

function person(
  ine: string,
  over: Partial<RosterPerson> & { readonly validated?: number } = {},
): RosterPerson {
  const { validated = 5, ...rest } = over;
  return {
    ine,
    group: 'Psychiatrie',
    promotion: 2024,
    semesters: { validated, supernumerary: 0, researchYear: 0, researchLeave: 0 },
    nationalRank: 100,
    localRank: 1,
    localHeadcount: 10,
    chooses: true,
    ...rest,
  };
}

describe('call order', () => {
  it('[R9] calls the earlier theoretical promotion first, whatever the rank', () => {
    expectFirst({ ...base, theoreticalPromotion: 2023, localRank: 20 }, { ...base, localRank: 1 });
  });

  it('[R9] calls the lower updated rank first within one theoretical promotion, whatever the seniority', () => {
    expectFirst({ ...base, localRank: 9, seniority: 4 }, { ...base, seniority: 6 });
  });

  it('[R10] breaks a tie of rank by the higher seniority', () => {
    expectFirst({ ...base, seniority: 6, promotion: 2025 }, { ...base, promotion: 2020 });
  });

  it('[R10] breaks a tie of seniority by the earlier promotion', () => {
    expectFirst({ ...base, promotion: 2023, nationalRank: 900 }, { ...base, nationalRank: 1 });
  });

  it('[R10] breaks a tie of promotion by the national rank', () => {
    expectFirst({ ...base, nationalRank: 499, ine: 'Z' }, { ...base, ine: 'A' });
  });

  it('[R10] breaks the last tie by the INE', () => {
    expectFirst({ ...base, ine: 'A' }, base);
  });

  it('[R11] puts seniority before theoretical promotion and rank where it is strict', () => {
    const senior = { ...base, seniority: 6, theoreticalPromotion: 2025, localRank: 20 };
    expectFirst(senior, base, strict);
    expectFirst(base, senior, usual);
  });

  it('[R11] goes on as usual among the same seniority', () => {
    expectFirst({ ...base, localRank: 9 }, base, strict);
  });
});

describe('call list', () => {
  it('[R6] counts everyone of the theoretical promotion in the group, other phases and those who do not choose too', () => {
    const roster = [
      person('A'),
      person('B', { chooses: false }),
      person('C', { promotion: 2023, validated: 5 }), // two semesters behind: theoretical promotion 2024
      person('D', { promotion: 2023, validated: 7 }),
      person('E', { group: 'Pédiatrie' }),
    ];
    const headcounts = rankRoster(roster, spring2027).map(one => [one.ine, one.presentHeadcount]);
    expect(headcounts).to.deep.equal([
      ['A', 3],
      ['B', 3],
      ['C', 3],
      ['D', 1],
      ['E', 1],
    ]);
  });

  it('[R6] carries seniority and theoretical promotion with the person', () => {
    const [one] = rankRoster([person('A', { promotion: 2023, validated: 5 })], spring2027);
    expect(one).to.include({ seniority: 5, theoreticalPromotion: 2024, presentHeadcount: 1 });
  });

  it('[R12] leaves out who does not choose', () => {
    const ranked = rankRoster([person('A'), person('B', { chooses: false })], spring2027);
    expect(callList(ranked, usual).map(one => one.ine)).to.deep.equal(['A']);
  });

  it('[R9] puts Claire, a year late, before Maxime of the promotion she chooses with', () => {
    const claire = person('CLAIRE', { promotion: 2023, validated: 5, localRank: 80, localHeadcount: 100 });
    const maxime = person('MAXIME', { localRank: 108, localHeadcount: 120 });
    const earlier = person('EARLIER', { promotion: 2023, validated: 7, localRank: 99, localHeadcount: 100 });
    const list = callList(rankRoster([maxime, claire, earlier], spring2027), usual);
    expect(list.map(one => one.ine)).to.deep.equal(['EARLIER', 'CLAIRE', 'MAXIME']);
  });
});
