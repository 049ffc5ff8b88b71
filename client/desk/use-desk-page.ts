/** A moderators' page about one amphitheatre beside its room: which one, by its address, and its connection while signed in. */
import { useRoute } from 'preact-iso';
import type { AmphitheatreId, SessionId } from '../../machines/ids.ts';
import { me } from '../http/account.ts';
import type { Live } from '../live/live.ts';
import { useLive } from '../ui/use-live.ts';

/** @param aside whoever has the page open does not stand in the room by it. */
/** @param rehearsal of it, which has a stream of its own; null: the amphitheatre itself. */
export function useDeskPage(
  aside: boolean,
  rehearsal: SessionId | null = null,
): { readonly id: number; readonly live: Live | null } {
  const { params } = useRoute();
  const id = Number(params['amphitheatre']);
  const signedIn = (me.value?.moderator ?? null) !== null;
  const followed = signedIn && Number.isInteger(id) ? (id as AmphitheatreId) : null;
  return { id, live: useLive(followed, 'moderator', rehearsal, aside) };
}
