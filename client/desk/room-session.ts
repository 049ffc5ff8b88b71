/** Which session of an amphitheatre its room shows: the live one, else the next, else the last. Pure. */
import type { PublicSession, PublicState } from '../../machines/session/public-state.ts';

export function roomSession(state: PublicState): PublicSession | null {
  const sessions = [...state.sessions.values()].filter(({ rehearsal }) => !rehearsal);
  const live = sessions.find(session => session.state === 'running' || session.state === 'paused');
  return live ?? sessions.find(session => session.state !== 'closed') ?? sessions.at(-1) ?? null;
}
