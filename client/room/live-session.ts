/** The session of the amphitheatre that is under way, mine or not, and its clock as this screen may show it. */
import type { SessionId } from '../../machines/ids.ts';
import type { PublicSession, PublicState } from '../../machines/session/public-state.ts';
import { secondsOf } from './countdown.ts';
import type { RoomModel } from './model.ts';

export const isLive = ({ state }: Pick<PublicSession, 'state'>): boolean =>
  state === 'running' || state === 'paused';

/** Never two at once (domain §2). */
export const liveSession = (state: PublicState): PublicSession | null =>
  [...state.sessions.values()].find(isLive) ?? null;

/** Of whoever is called in it: whole seconds left, or in words that time stands still; null: not known, or nobody is called. */
export function clockShown(
  { live, now }: Pick<RoomModel, 'live' | 'now'>,
  id: SessionId,
): { readonly seconds: number } | { readonly still: string } | null {
  // Looked up anew: a session is the same object after a change, and who draws it would stop at that.
  const session = live.view.value?.state.sessions.get(id);
  const link = live.link.value.kind;
  if (session === undefined || session.called === null || (link !== 'live' && link !== 'catchingUp'))
    return null;
  const suspended = live.suspended.value.get(id);
  if (session.state === 'paused') return { still: 'en pause' };
  if (suspended !== undefined) return { still: 'temps arrêté' };
  return { seconds: secondsOf(session.called, now.value) };
}
