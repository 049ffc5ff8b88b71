/** The incident number of a fault: what the user reads out on the telephone and the log line carries (architecture §5). */
import { randomInt } from 'node:crypto';

const READABLE = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'; // without 0, 1, I, O: they are read wrongly aloud

/** @example '7F3K-21' */
export function newIncident(): string {
  const letters = Array.from({ length: 4 }, () => READABLE.charAt(randomInt(READABLE.length))).join('');
  return `${letters}-${randomInt(10, 100)}`;
}
