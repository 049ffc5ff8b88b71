/**
 * One decided row into the journal, under the owner's fence. Where an act on the amphitheatre has taken the public number
 * meanwhile, it is written again under the amphitheatre's lock, which all acts wait for: however many come, none comes
 * between reading the number and taking the next.
 */
import { stateName } from '../../machines/session/machine.ts';
import { append } from '../journal/append.ts';
import type { Appended } from '../journal/append.ts';
import type { JournalRow } from '../journal/row.ts';
import type { Decided } from './decided-row.ts';
import type { Held } from './held.ts';
import type { HostParts } from './host-parts.ts';
import { within } from './within.ts';
import type { Sql } from '../../migrations/open.ts';

/** A write that takes longer is held failed: time stops rather than run on unrecorded. */
export const WRITE_WITHIN_MS = 5_000;

export type Written =
  | { readonly kind: 'written'; readonly row: JournalRow; readonly hash: Buffer }
  | Exclude<Appended, { kind: 'appended' | 'pubMoved' }>;

/** @throws where the database is away: whether the row stands is then unknown. */
export async function writeRow(
  { database, mailDomain }: HostParts,
  { epoch, hash, rehearsal }: Held,
  decided: JournalRow,
  { next }: Pick<Decided, 'next'>,
): Promise<Written> {
  const write = async (sql: Sql, row: JournalRow): Promise<Written | null> => {
    const fenced = { row, epoch, previous: hash, state: stateName(next), rehearsal, mailDomain };
    const [appended = { kind: 'notOwner' } as const] = await append(sql, [fenced]);
    if (appended.kind === 'appended') return { kind: 'written', row, hash: appended.hash };
    return appended.kind === 'pubMoved' ? null : appended;
  };
  const writeLocked = async (sql: Sql): Promise<Written> => {
    const [moved] = await sql<{ pub: number }>('select pub from amphitheatre where id = ?::int for update', [
      decided.amphitheatre,
    ]);
    const written = await write(sql, { ...decided, pub: (moved?.pub ?? 0) + 1 });
    if (written?.kind === 'written') return written;
    throw new NotWritten(written);
  };
  const written = await within(write(database.sql, decided), WRITE_WITHIN_MS);
  return written ?? (await within(database.transaction(writeLocked).catch(whyNot), WRITE_WITHIN_MS));
}

/** Rolls the transaction back. */
class NotWritten extends Error {
  readonly written: Written | null;
  constructor(written: Written | null) {
    super('the row was not written, under the amphitheatre’s lock');
    this.name = 'NotWritten';
    this.written = written;
  }
}

function whyNot(error: unknown): Written {
  if (error instanceof NotWritten && error.written) return error.written;
  throw error;
}
