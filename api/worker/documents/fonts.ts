/** The two embedded faces, and a text in letters that they have: PDF/UA forbids a letter without a drawing. */
import { existsSync, readFileSync } from 'node:fs';

/** Read once per document. @throws where the files are missing: a broken installation. */
export function readFonts(): { readonly regular: Buffer; readonly bold: Buffer } {
  const face = (name: string): Buffer => readFileSync(new URL(name, folder()));
  return { regular: face('amphi-sans-regular.ttf'), bold: face('amphi-sans-bold.ttf') };
}

/** Seen from the sources, and from the compiled worker in `dist/server/api/worker/documents`. */
function folder(): URL {
  const places = ['./fonts/', '../../../../../api/worker/documents/fonts/'].map(
    place => new URL(place, import.meta.url),
  );
  const found = places.find(place => existsSync(place));
  if (found === undefined) throw new Error('the fonts of documents are missing');
  return found;
}

// Of what the files have, what a French list can hold: Latin with every accent, Vietnamese, French punctuation.
const HAS =
  /^[ -~\u00a0-\u017f\u0218-\u021b\u1e9e-\u1ef9\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020\u2022\u2026\u2039\u203a\u20ac\u2122]$/u;

const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['\u202f', '\u00a0'], // narrow space
  ['\u2007', '\u00a0'],
  ['\u2010', '-'],
  ['\u2011', '-'],
]);

/** The letter without its accent where that is all there is; `?` for another script's, which the CSV keeps whole. */
export const printable = (text: string): string =>
  Array.from(text.normalize('NFC').replaceAll(/\s/gu, plainSpace), letterOf).join('');

const plainSpace = (space: string): string => (/[\u00a0\u202f\u2007]/u.test(space) ? space : ' ');

function letterOf(letter: string): string {
  const known = INSTEAD.get(letter) ?? letter;
  if (HAS.test(known)) return known;
  const bare = known.normalize('NFD').replaceAll(/\p{Mark}/gu, '');
  if (bare === '') return '';
  return HAS.test(bare) ? bare : '?';
}
