/** What two spellings have in common: accents, case, hyphens, apostrophes and doubled spaces are forgiven (domain §11). */

/** `« Médecine  Générale »` and `medecine-generale` fold alike. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower; // most values, and tens of thousands of them
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/;
