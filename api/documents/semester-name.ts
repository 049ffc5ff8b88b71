/** A semester in a document's sentences: it is named by the month it starts in (domain §11). */

/** @example `2027-05` → `semestre d’été, de mai 2027 à novembre 2027` */
export function semesterName(code: string): string {
  const [year = 0, month = 0] = code.split('-').map(Number);
  return month === 11
    ? `semestre d’hiver, de novembre ${year} à mai ${year + 1}`
    : `semestre d’été, de mai ${year} à novembre ${year}`;
}
