/**
 * A vector that shares what did not change: leaves of 64 under one spine (facts.md §6). Setting one entry of 5,000
 * copies one leaf and the spine, so a dry run costs the same in a session of 50 and of 5,000 and leaks into nothing.
 */
export const LEAF = 64;

export interface Vector<T> {
  readonly length: number;
  readonly leaves: readonly (readonly T[])[];
}

export function vectorOf<T>(items: readonly T[]): Vector<T> {
  const leaves: T[][] = [];
  for (let start = 0; start < items.length; start += LEAF) leaves.push(items.slice(start, start + LEAF));
  return { length: items.length, leaves };
}

/** @throws RangeError where `index` is not in 0…length−1: a fault, never an answer. */
export function at<T>(vector: Vector<T>, index: number): T {
  if (!Number.isInteger(index) || index < 0 || index >= vector.length)
    throw new RangeError(`no entry ${index} in a vector of ${vector.length}`);
  return (vector.leaves[Math.floor(index / LEAF)] as readonly T[])[index % LEAF] as T;
}

/** @throws RangeError as `at`. */
export function withAt<T>(vector: Vector<T>, index: number, item: T): Vector<T> {
  at(vector, index);
  const spine = vector.leaves.slice();
  const leaf = (spine[Math.floor(index / LEAF)] as readonly T[]).slice();
  leaf[index % LEAF] = item;
  spine[Math.floor(index / LEAF)] = leaf;
  return { length: vector.length, leaves: spine };
}

/** Each item in place of its own; leaves where nothing changes are shared. */
export function mapped<T>(vector: Vector<T>, change: (item: T) => T): Vector<T> {
  const leaves = vector.leaves.map(leaf => {
    const changed = leaf.map(change);
    return changed.some((item, index) => item !== leaf[index]) ? changed : leaf;
  });
  return { length: vector.length, leaves };
}

export function toArray<T>(vector: Vector<T>): readonly T[] {
  return vector.leaves.flat();
}
