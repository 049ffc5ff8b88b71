/** A short hash to find a wrong copy by (architecture §3): two 32-bit multiplicative hashes, no cryptography. */

export function shortHash(values: readonly unknown[]): string {
  let one = 0x811c9dc5;
  let two = 0x9747b28c;
  for (const value of values) {
    const text = JSON.stringify(value);
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      one = Math.imul(one ^ code, 0x01000193);
      two = Math.imul(two ^ code, 0x5bd1e995);
      two ^= two >>> 15;
    }
  }
  return base36(one) + base36(two);
}

const base36 = (hash: number): string => (hash >>> 0).toString(36).padStart(7, '0');
