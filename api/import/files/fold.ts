/** What two spellings have in common: accents, case, hyphens, apostrophes and doubled spaces are forgiven (domain §11). */

/** `« Médecine  Générale »` and `medecine-generale` fold alike. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
