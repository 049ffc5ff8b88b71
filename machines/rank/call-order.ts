/** Who is called before whom (domain §5): one comparison with all its ties, total because an INE is unique. */
import { compareUpdatedRank, type LocalPlace } from './updated-rank.ts';

/** What decides a person's place on the call list. */
export interface Standing extends LocalPlace {
  readonly seniority: number;
  readonly theoreticalPromotion: number;
  readonly promotion: number;
  readonly nationalRank: number;
  readonly ine: string;
}

export interface CallOrderSettings {
  /** Puts seniority, the higher first, before theoretical promotion and updated rank. Off by default. */
  readonly strictSeniority: boolean;
}

/** @returns negative where `a` is called before `b`; 0 only for the same INE. */
export function compareCallOrder(a: Standing, b: Standing, settings: CallOrderSettings): number {
  const bySeniority = b.seniority - a.seniority;
  return (
    (settings.strictSeniority ? bySeniority : 0) ||
    a.theoreticalPromotion - b.theoreticalPromotion ||
    compareUpdatedRank(a, b) ||
    bySeniority ||
    a.promotion - b.promotion ||
    a.nationalRank - b.nationalRank ||
    compareText(a.ine, b.ine)
  );
}

/** By code units: the same on every machine, whatever its language. */
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
