/** The live queue as everybody sees it: who stands where, and how many are ahead of one (domain §3; M §10). */
import type { PersonId, SessionId } from '../ids.ts';
import { frontOfLine } from './front-of-line.ts';
import type { PublicState } from './public-state.ts';

/** From this many interns ahead on, the banner shows (domain §3). */
export const BANNER_AHEAD = 4;

/** The called one, the block of the returned, then those who wait, in call order: everyone still to choose. */
export const passingOrder = (state: PublicState, session: SessionId): readonly PersonId[] =>
  nextInLine(state, session, Infinity);

/**
 * The first `limit` of the passing order; walks only as far as it must. The gateway asks for six after each delta:
 * the index is the person's interns ahead.
 */
export function nextInLine(state: PublicState, id: SessionId, limit: number): readonly PersonId[] {
  const session = state.sessions.get(id);
  const queue = state.queues.get(id);
  if (!session || !queue || session.state === 'closed') return [];
  const waitingAt = (place: number): PersonId | null => {
    const person = queue.order[place];
    return person !== undefined && state.people.get(person)?.state === 'waiting' ? person : null;
  };
  const { called, returned } = session;
  return frontOfLine(
    { called: called?.person ?? null, returned, from: queue.from, places: queue.order.length, waitingAt },
    limit,
  );
}

/** Interns ahead: 0 for the called one, the place in line before the start; null for whoever is not in the line. */
export function internsAhead(state: PublicState, person: PersonId): number | null {
  const session = state.people.get(person)?.session ?? null;
  if (session === null) return null;
  const place = passingOrder(state, session).indexOf(person);
  return place === -1 ? null : place;
}
