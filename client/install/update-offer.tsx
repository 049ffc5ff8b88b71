/** «Nouvelle version : recharger»: a quiet note that waits for a press, where nothing is going on. */
import type { VNode } from 'preact';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { held } from '../live/held.ts';
import type { Live } from '../live/live.ts';
import { Button } from '../ui/button.tsx';
import { mayOfferUpdate } from './may-offer.ts';
import { newVersion, takeNewVersion } from './worker.ts';
import './update-offer.css';

export function UpdateOffer(): VNode | null {
  const { path } = useLocation();
  const [putOff, setPutOff] = useState(false);
  const waiting = newVersion.value;
  const running = [held.intern.value, held.mandatary.value].some(isRunning);
  if (waiting === null || putOff || !mayOfferUpdate(path, running)) return null;
  return (
    <aside class="update-offer" aria-label="Nouvelle version">
      <p>Nouvelle version disponible.</p>
      <Button kind="edge" icon="refresh" onClick={() => takeNewVersion(waiting)}>
        Recharger
      </Button>
      <Button kind="bare" onClick={() => setPutOff(true)}>
        Plus tard
      </Button>
    </aside>
  );
}

/** The amphitheatre that one follows has a session under way: one's own, or one whose people may yet come back. */
function isRunning(live: Live | null): boolean {
  const sessions = live?.view.value?.state.sessions.values() ?? [];
  return [...sessions].some(({ state }) => state === 'running' || state === 'paused');
}
