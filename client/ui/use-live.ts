/** A live connection for as long as a page is open: opened with it, closed when it is left. */
import { useEffect, useState } from 'preact/hooks';
import type { AmphitheatreId, SessionId } from '../../machines/ids.ts';
import type { Realm } from '../../machines/wire/frames.ts';
import { openLive } from '../live/live.ts';
import type { Live } from '../live/live.ts';

/**
 * @param amphitheatre null: nothing to follow.
 * @param rehearsal of the amphitheatre, followed in its place.
 * @param aside a moderator's page that is not the room.
 * @returns null until it is opened.
 */
export function useLive(
  amphitheatre: AmphitheatreId | null,
  realm: Realm,
  rehearsal: SessionId | null = null,
  aside = false,
): Live | null {
  const [live, setLive] = useState<Live | null>(null);
  useEffect(() => {
    if (amphitheatre === null) return undefined;
    const opened = openLive({ amphitheatre, rehearsal, realm, aside });
    setLive(opened);
    return () => {
      opened.close();
      setLive(null);
    };
  }, [amphitheatre, rehearsal, realm, aside]);
  return live;
}
