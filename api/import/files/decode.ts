/** The text of a file that Excel, LibreOffice or a database wrote: UTF-8 (BOM or not) or Windows-1252. */

export type Decoded = { readonly text: string } | { readonly reason: string };

/** Bytes that Windows-1252 leaves undefined, and NUL: a file that holds one is something else. */
const NOT_WINDOWS_1252 = [0x00, 0x81, 0x8d, 0x8f, 0x90, 0x9d];

/** What 0x80 to 0x9f mean there; Node's own `TextDecoder('windows-1252')` reads them as Latin-1 controls (Node 20, 22). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** UTF-8 read once as Windows-1252 and saved again: `Ã©` for `é`, `â€™` for `’`. */
const TWICE_ENCODED = /Ã[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u2018-\u203a]|â€[™œ“”¦]/;

export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { reason: 'Le fichier est vide.' };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return { reason: 'C’est un classeur, pas un fichier CSV\u00a0: enregistrez-le au format CSV.' };
  if (isUtf16(bytes))
    return { reason: 'Encodage UTF-16\u00a0: enregistrez le fichier en UTF-8 ou en Windows-1252.' };
  const text = utf8(bytes) ?? windows1252(bytes);
  if (text === null)
    return { reason: 'Encodage inconnu\u00a0: enregistrez le fichier en UTF-8 ou en Windows-1252.' };
  if (text.trim() === '') return { reason: 'Le fichier est vide.' };
  const damage = lineOfDamage(text);
  if (damage !== null)
    return {
      reason: `Accents abîmés par un mauvais encodage, à la ligne ${damage}\u00a0: repartez du fichier d’origine.`,
    };
  return { text };
}

function utf8(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes); // takes the BOM away
  } catch {
    return null; // not UTF-8: the caller tries the other encoding
  }
}

function windows1252(bytes: Uint8Array): string | null {
  if (NOT_WINDOWS_1252.some(byte => bytes.includes(byte))) return null;
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, control => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control);
}

const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** U+FFFD says that characters were already lost when the file was written. */
function lineOfDamage(text: string): number | null {
  const at = text.search(new RegExp(`${TWICE_ENCODED.source}|\ufffd`));
  return at === -1 ? null : text.slice(0, at).split('\n').length;
}
