/** What the suites of a run share (the database server) registers its end here; the root hooks call it, last first. */
const ends: (() => Promise<void>)[] = [];

export function atTheEnd(end: () => Promise<void>): void {
  ends.push(end);
}

export async function endAll(): Promise<void> {
  for (let end = ends.pop(); end; end = ends.pop()) await end();
}
