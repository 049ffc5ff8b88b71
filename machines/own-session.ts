/** Which session of their amphitheatre somebody belongs to at this moment: the cut's, or the next one where that is closed. Pure. */
import type { SessionId } from './ids.ts';
import type { SessionStateName } from './session/state.ts';

interface Numbered {
  readonly id: SessionId;
  readonly state: SessionStateName;
}

/**
 * A session that closes hands those without a post to the next one (domain §3).
 * @param sessions of the amphitheatre in their order, rehearsals left out. @param cutInto null before the cut.
 * @param settled a post is chosen, or the turn was passed: nothing is carried over.
 */
export function ownSession<Session extends Numbered>(
  sessions: readonly Session[],
  cutInto: SessionId | null,
  settled: boolean,
): { readonly session: Session; readonly carriedOver: boolean } | null {
  const place = sessions.findIndex(({ id }) => id === cutInto);
  const own = sessions[place];
  if (own === undefined) return null;
  const next = settled ? undefined : sessions.slice(place).find(({ state }) => state !== 'closed');
  const session = next ?? (settled ? own : (sessions.at(-1) ?? own));
  return { session, carriedOver: session.id !== own.id };
}
