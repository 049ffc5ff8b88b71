/** A long list cut into blocks, and in which order they are drawn. Pure. */

export const BLOCK = 25; // rows: more than a screen has, few enough for one frame of a slow phone

export const blocksOf = <Row>(rows: readonly Row[]): readonly (readonly Row[])[] =>
  Array.from({ length: Math.ceil(rows.length / BLOCK) }, (_, at) => rows.slice(at * BLOCK, (at + 1) * BLOCK));

/** @param ledTo the place of a row in the list; its block, and the one above it, come before all others. */
export function inDrawingOrder(blocks: number, ledTo: number | null): readonly number[] {
  const all = Array.from({ length: blocks }, (_, at) => at);
  if (ledTo === null) return all;
  const wanted = Math.floor(ledTo / BLOCK);
  const near = [wanted, wanted - 1].filter(at => at >= 0 && at < blocks);
  return [...near, ...all.filter(at => !near.includes(at))];
}
