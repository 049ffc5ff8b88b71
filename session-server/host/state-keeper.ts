/** Stores a session's state now and then, outside the path of a choice, so that a restore folds a short tail (facts §6). */
import type { JournalRow } from '../journal/row.ts';
import { storeState } from '../journal/restore.ts';
import type { Held } from './held.ts';
import type { HostParts } from './host-parts.ts';
import { within } from './within.ts';
import { WRITE_WITHIN_MS } from './write-row.ts';

const STORE_EVERY = 100; // rows (facts §6)

export interface StateKeeper {
  /** To be called after each row; nothing waits for what it stores. */
  after(row: JournalRow, held: Held): void;
  /** As the session is handed over: whoever takes it up next folds nothing. */
  handOver(held: Held): Promise<void>;
}

/** A state that cannot be stored only makes the next restore longer. */
export function stateKeeper({ database, log }: HostParts): StateKeeper {
  let stored = 0;
  const store = async ({ session, seq, snapshot }: Held): Promise<void> => {
    if (seq === stored) return;
    stored = seq;
    try {
      await within(storeState(database.sql, session, seq, snapshot), WRITE_WITHIN_MS);
    } catch (error) {
      log.warn({ session, err: error }, 'state.notStored');
    }
  };
  return {
    after(row, held) {
      const resting = row.facts.some(fact => fact.kind === 'paused' || fact.kind === 'closed');
      if (resting || held.seq - stored >= STORE_EVERY) void store(held);
    },
    handOver: store,
  };
}
