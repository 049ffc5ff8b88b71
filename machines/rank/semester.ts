/** The semester that is chosen for, named by the month it starts in (domain §11): `2027-05` or `2027-11`. */

export interface Semester {
  readonly year: number;
  /** The choices of spring are for the semester that starts in May, those of autumn for November (domain §5). */
  readonly season: 'spring' | 'autumn';
}

const SEASONS = { '05': 'spring', '11': 'autumn' } as const;

/** @returns null where `code` is not a year and one of the two months. */
export function parseSemester(code: string): Semester | null {
  const [, year, month] = /^(\d{4})-(05|11)$/.exec(code) ?? [];
  if (year === undefined || month === undefined) return null;
  return { year: Number(year), season: SEASONS[month as keyof typeof SEASONS] };
}
