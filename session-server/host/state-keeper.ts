/** Stores a session's state now and then, outside the path of a choice, so that a restore folds a short tail (facts §6). */
import type { JournalRow } from '../journal/row.ts';
import { storeState } from '../journal/restore.ts';
import type { Held } from './held.ts';
import type { HostParts } from './host-parts.ts';

const STORE_EVERY = 100; // rows (facts §6)

/** @returns to be called after each row; a state that cannot be stored only makes the next restore longer. */
export function stateKeeper({ database, log }: HostParts): (row: JournalRow, held: Held) => void {
  let stored = 0;
  return (row, { session, seq, snapshot }) => {
    const resting = row.facts.some(fact => fact.kind === 'paused' || fact.kind === 'closed');
    if (!resting && seq - stored < STORE_EVERY) return;
    stored = seq;
    storeState(database.sql, session, seq, snapshot).catch((error: unknown) =>
      log.warn({ session, err: error }, 'state.notStored'),
    );
  };
}
