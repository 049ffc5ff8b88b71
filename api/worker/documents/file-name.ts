/** What a downloaded file is called: French, and taken by every system's folders. */

/** @example ('liste d’appel', 'Urologie, phase socle', '2027-05') → `liste-d-appel-urologie-phase-socle-2027-05` */
export const fileNameOf = (...parts: readonly string[]): string =>
  parts
    .join(' ')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, LONGEST);

const LONGEST = 120; // characters
