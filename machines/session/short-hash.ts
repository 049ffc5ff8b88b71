/** A short hash to find a wrong copy by (architecture §3): two 32-bit multiplicative hashes, no cryptography. */

export interface Hash {
  readonly one: number;
  readonly two: number;
}

/** Rows that were hashed before, by the object each was made of: most of an amphitheatre stays as it was. */
export type HashedRows = WeakMap<object, { readonly row: readonly unknown[]; readonly hash: Hash }>;

const START: Hash = { one: 0x811c9dc5, two: 0x9747b28c };

export function hashOf(value: unknown): Hash {
  const text = JSON.stringify(value);
  let hash = START;
  for (let index = 0; index < text.length; index++)
    hash = mixed(hash, text.charCodeAt(index), text.charCodeAt(index));
  return hash;
}

/**
 * The hash of a row of plain values, worked out anew only where a value has changed since the last time.
 * @param item what the row was made of: the key it is remembered under.
 */
export function hashOfRow(known: HashedRows, item: object, row: readonly unknown[]): Hash {
  const before = known.get(item);
  if (before && row.every((value, index) => value === before.row[index])) return before.hash;
  const hash = hashOf(row);
  known.set(item, { row, hash });
  return hash;
}

/** One hash of many, in their order, as 14 characters of [0-9a-z]. */
export function joined(hashes: Iterable<Hash>): string {
  let whole = START;
  for (const { one, two } of hashes) whole = mixed(whole, one, two);
  return base36(whole.one) + base36(whole.two);
}

function mixed({ one, two }: Hash, code: number, other: number): Hash {
  const mixedTwo = Math.imul(two ^ other, 0x5bd1e995);
  return { one: Math.imul(one ^ code, 0x01000193), two: mixedTwo ^ (mixedTwo >>> 15) };
}

const base36 = (hash: number): string => (hash >>> 0).toString(36).padStart(7, '0');
