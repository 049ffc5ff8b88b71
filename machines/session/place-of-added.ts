/** Into which session somebody forgotten comes (domain §2): the API asks it under the amphitheatre's lock. */
import type { SessionId } from '../ids.ts';
import type { Refusal } from '../refusal.ts';
import type { SessionStateName } from './state.ts';

export interface Slice {
  readonly id: SessionId;
  readonly state: SessionStateName;
}

export type AddedPlace =
  /** Nothing has begun: the list is written anew, with their number among the others. */
  | { readonly kind: 'listAnew' }
  /** The live session decides, and knows whether their rank has passed. */
  | { readonly kind: 'live'; readonly session: SessionId }
  /** Into a session still to start; `late`: their rank has passed, they come as an absentee. */
  | { readonly kind: 'toStart'; readonly session: SessionId; readonly late: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * @param sessions of the amphitheatre, in their order. @param before session of the neighbour before, @param after of
 * the one behind; null where there is none.
 */
export function placeOfAdded(
  sessions: readonly Slice[],
  before: SessionId | null,
  after: SessionId | null,
): AddedPlace {
  if (sessions.every(isToStart)) return { kind: 'listAnew' };
  const stateOf = (id: SessionId | null): SessionStateName | null =>
    sessions.find(session => session.id === id)?.state ?? null;
  const own = [before, after].find(id => id !== null && stateOf(id) !== 'closed') ?? null;
  const ownSlice = sessions.find(({ id }) => id === own);
  if (ownSlice && isToStart(ownSlice)) return { kind: 'toStart', session: ownSlice.id, late: false };
  const live = sessions.find(({ state }) => state === 'running' || state === 'paused');
  if (live) return { kind: 'live', session: live.id };
  const next = sessions.find(isToStart);
  if (next) return { kind: 'toStart', session: next.id, late: true };
  return { kind: 'refused', refusal: { code: 'WRONG_STATE', state: 'closed', command: 'add' } };
}

const isToStart = ({ state }: Slice): boolean =>
  state === 'draft' || state === 'validated' || state === 'open';
