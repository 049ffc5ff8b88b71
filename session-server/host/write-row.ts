/** One decided row into the journal, under the owner's fence; a public number that moved is read again. */
import { stateName } from '../../machines/session/machine.ts';
import type { SessionSnapshot } from '../../machines/session/machine.ts';
import { append } from '../journal/append.ts';
import type { Appended } from '../journal/append.ts';
import type { JournalRow } from '../journal/row.ts';
import type { Held } from './held.ts';
import type { HostParts } from './host-parts.ts';

import { within } from './within.ts';

/** A write that takes longer is held failed: time stops rather than run on unrecorded. */
export const WRITE_WITHIN_MS = 5_000;

/** While a session lives its owner alone raises the number; only an act on the amphitheatre can come between. */
const TRIES = 3;

export type Written =
  | { readonly kind: 'written'; readonly row: JournalRow; readonly hash: Buffer }
  | Exclude<Appended, { kind: 'appended' | 'pubMoved' }>;

/** @throws where the database is away: whether the row stands is then unknown. */
export async function writeRow(
  { database, mailDomain }: HostParts,
  { epoch, hash, rehearsal }: Held,
  decided: JournalRow,
  next: SessionSnapshot,
): Promise<Written> {
  let row = decided;
  for (let tries = 0; tries < TRIES; tries++) {
    const fenced = { row, epoch, previous: hash, state: stateName(next), rehearsal, mailDomain };
    const [appended] = await within(append(database.sql, [fenced]), WRITE_WITHIN_MS);
    if (appended?.kind === 'appended') return { kind: 'written', row, hash: appended.hash };
    if (appended?.kind !== 'pubMoved') return appended ?? { kind: 'notOwner' };
    const [moved] = await database.sql<{ pub: number }>('select pub from amphitheatre where id = ?::int', [
      row.amphitheatre,
    ]);
    row = { ...row, pub: (moved?.pub ?? 0) + 1 };
  }
  throw new Error('the public number does not stand still');
}
