/** What may still be set of a person before the session that will call them begins (domain §2): the API and the desk ask it. */
import type { Refusal } from '../refusal.ts';
import type { SessionStateName } from './state.ts';

export interface Standing {
  /** State of the session of their slice; null: the call list is not cut yet. */
  readonly own: SessionStateName | null;
  /** A session of the amphitheatre runs or is paused: where their own has begun, that is the one that calls them. */
  readonly anyLive: boolean;
  /** A session of the amphitheatre is still to start: who is left over from their own comes into it. */
  readonly anyToStart: boolean;
}

/** A longer turn is read at `start`: afterwards only `prolong`, turn by turn. @returns why not, null where it may be. */
export function mayLengthenTurn({ own, anyLive, anyToStart }: Standing): Refusal | null {
  const begun = own === 'running' || own === 'paused' || own === 'closed';
  return begun && (anyLive || !anyToStart) ? { code: 'ALREADY_STARTED' } : null;
}
