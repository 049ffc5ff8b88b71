/** From a roster to a call list (domain §5): the import computes everyone's rank with it and writes the order down. */
import { compareCallOrder, type CallOrderSettings, type Standing } from './call-order.ts';
import { seniority, type Semesters } from './seniority.ts';
import type { Semester } from './semester.ts';
import { theoreticalPromotion } from './theoretical-promotion.ts';
import type { LocalPlace } from './updated-rank.ts';

/** One line of the roster, as far as rank is concerned. */
export interface RosterPerson extends LocalPlace {
  readonly ine: string;
  /** The specialty group: present headcounts are counted within it, all phases together. */
  readonly group: string;
  readonly promotion: number;
  readonly semesters: Semesters;
  readonly nationalRank: number;
  /** `choisit` non: counts in the headcounts, is not called (domain §11). */
  readonly chooses: boolean;
}

/** The same with what was computed. */
export type Ranked<Person extends RosterPerson> = Person & Standing & { readonly presentHeadcount: number };

/**
 * Everyone of the roster with seniority, theoretical promotion and present headcount, in the roster's order.
 * `roster` must hold the whole specialty groups, those who do not choose and the excused too: they are counted.
 */
export function rankRoster<Person extends RosterPerson>(
  roster: readonly Person[],
  semester: Semester,
): readonly Ranked<Person>[] {
  const standings = roster.map(person => {
    const semesters = seniority(person.semesters);
    const promotion = theoreticalPromotion(person.promotion, semesters, semester);
    return { ...person, seniority: semesters, theoreticalPromotion: promotion };
  });
  const headcounts = new Map<string, number>();
  for (const one of standings) headcounts.set(cohort(one), (headcounts.get(cohort(one)) ?? 0) + 1);
  return standings.map(one => ({ ...one, presentHeadcount: headcounts.get(cohort(one)) ?? 0 }));
}

/** Those of `people` (the ranked people of one amphitheatre) who choose, in call order: the first has call order 1. */
export function callList<Person extends RosterPerson>(
  people: readonly Ranked<Person>[],
  settings: CallOrderSettings,
): readonly Ranked<Person>[] {
  return people.filter(person => person.chooses).toSorted((a, b) => compareCallOrder(a, b, settings));
}

/** Those who share a present headcount. */
const cohort = (person: { readonly group: string; readonly theoreticalPromotion: number }): string =>
  `${person.theoreticalPromotion} ${person.group}`;
