/** A thousand pages that ask the same in the same moment, when a session opens or a choice is made, share one reading. */

/** @returns `read`, but while a reading of the same key is under way the callers get that one. Nothing is kept after it. */
export function sharedReading<T>(): (key: string, read: () => Promise<T>) => Promise<T> {
  const underWay = new Map<string, Promise<T>>();
  return (key, read) => {
    const running = underWay.get(key);
    if (running !== undefined) return running;
    const reading = read().finally(() => underWay.delete(key));
    underWay.set(key, reading);
    return reading;
  };
}
