/** The network or the server is away: what is shown stands still, and since when. The room says it itself, with its own clock. */
import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import { useLocation } from 'preact-iso';
import { hour } from '../../machines/french-time.ts';
import { isRoom } from '../service-worker/answering.ts';
import { unreachable } from '../http/account.ts';
import { heardAt, unheard } from '../http/heard.ts';
import { duration } from '../ui/format.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { useNow } from '../ui/use-now.ts';
import './offline-note.css';

const offline = signal(typeof navigator !== 'undefined' && !navigator.onLine);

/** @returns what ends it. */
export function followNetwork(): () => void {
  const note = (): void => void (offline.value = !navigator.onLine);
  window.addEventListener('online', note);
  window.addEventListener('offline', note);
  return () => {
    window.removeEventListener('online', note);
    window.removeEventListener('offline', note);
  };
}

export function OfflineNote(): VNode | null {
  const { path } = useLocation();
  // Before anything was read the page itself says that nobody answers.
  const away = (offline.value || unheard.value) && !unreachable.value;
  return away && !isRoom(path) ? <Since /> : null;
}

function Since(): VNode {
  const now = useNow(Date.now);
  const at = heardAt.value;
  return (
    <section class="offline-note on-dark" aria-label="Réseau">
      <p>
        <Icon name="plugOff" /> <b>{offline.value ? 'Hors ligne.' : 'Le serveur ne répond pas.'}</b>{' '}
        {at === null
          ? 'Rien n’a pu être lu depuis l’ouverture de cette page.'
          : `Cette page montre ce qui était vrai à ${hour(at)}, il y a ${duration(Math.max(0, now - at))}.`}{' '}
        Aucun choix n’est possible sans réseau.
      </p>
    </section>
  );
}
