/** Theoretical promotion: the promotion that a person chooses with, later than their own by the years lost (domain §5). */
import type { Semester } from './semester.ts';

/** The seniority, in semesters, of a promotion without lost time at the choices of `semester`. */
export function expectedSeniority(promotion: number, semester: Semester): number {
  const years = semester.year - promotion;
  return semester.season === 'spring' ? 2 * years - 1 : 2 * years;
}

/** A year. Two semesters behind make one promotion later; being ahead changes nothing. */
export function theoreticalPromotion(promotion: number, seniority: number, semester: Semester): number {
  const behind = expectedSeniority(promotion, semester) - seniority;
  return promotion + Math.max(0, Math.floor(behind / 2));
}
