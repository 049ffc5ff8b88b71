/** How a gateway that stops lets its sockets go: in batches, each told at random when to come back (architecture §4). */
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { CLOSE_CODES } from '../../machines/wire/close-codes.ts';
import type { Connection } from './connection.ts';

const BATCH = 200;
const BETWEEN_MS = 20;
/** Spread over this, so that those who come back do not come at once. */
const COME_BACK_WITHIN_MS = 3_000;

export async function closeInBatches(connections: readonly Connection[]): Promise<void> {
  for (let first = 0; first < connections.length; first += BATCH) {
    if (first > 0) await pause(BETWEEN_MS);
    for (const { line } of connections.slice(first, first + BATCH))
      line.end(CLOSE_CODES.RESTART, String(randomInt(COME_BACK_WITHIN_MS)));
  }
}
