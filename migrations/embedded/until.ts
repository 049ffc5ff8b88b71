/** Waits for a condition of another process, looked at every few milliseconds: files have no events to trust. */
const EVERY_MS = 5;

/** @returns what `look` found, or null when `withinMs` are over. */
export async function until<T>(
  withinMs: number,
  look: () => T | null | Promise<T | null>,
): Promise<T | null> {
  const end = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== null || Date.now() >= end) return found;
    await new Promise(resolve => setTimeout(resolve, EVERY_MS));
  }
}
