/** Seeded chance: the same seed gives the same people, offer, preferences and mishaps. */

/** Numbers in [0, 1) drawn one after the other (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    return scramble(state) / 2 ** 32;
  };
}

/** A number in [0, 1) that belongs to these three for ever: what one person thinks of one post needs no table. */
export function chanceOf(seed: number, first: number, second: number): number {
  const mixed =
    Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(first + 1, 0x85ebca6b) ^ Math.imul(second + 1, 0xc2b2ae35);
  return scramble(scramble(mixed >>> 0)) / 2 ** 32;
}

/** `count` different items, drawn. */
export function draw<T>(items: readonly T[], count: number, chance: () => number): T[] {
  const left = [...items];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(Math.floor(chance() * left.length), 1),
  ).flat();
}

function scramble(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 15), value | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return (mixed ^ (mixed >>> 14)) >>> 0;
}
