/** Seniority (*ancienneté*), the first figure of the rank: how many semesters count for a person (domain §5, M §4.1). */

/** Numbers of semesters, as the roster gives them. */
export interface Semesters {
  /** The current one included. */
  readonly validated: number;
  /** Done as a supernumerary, not validating. */
  readonly supernumerary: number;
  readonly researchYear: number;
  readonly researchLeave: number;
}

/** Research year and leave for research count together up to this. The manual can be read otherwise: the profile says it. */
const RESEARCH_SEMESTERS_LIMIT = 4; // semesters, M §4.1

/** In semesters. Leave for personal reasons counts 0, so it is not even asked for. */
export function seniority(semesters: Semesters): number {
  const research = semesters.researchYear + semesters.researchLeave;
  return semesters.validated + semesters.supernumerary + Math.min(research, RESEARCH_SEMESTERS_LIMIT);
}
