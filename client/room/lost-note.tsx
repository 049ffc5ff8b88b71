/** Connection lost: how old this view is, that the session goes on, a try at once, and whom to call. The content stays under it. */
import type { VNode } from 'preact';
import { clockTime } from '../../machines/french-time.ts';
import { Contact } from '../pages/contact.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { duration } from '../ui/format.ts';
import { useRoom } from './room-context.ts';

export function LostNote(): VNode | null {
  const { live, now } = useRoom();
  const link = live.link.value;
  if (link.kind !== 'lost') return null;
  const { stoppedAt } = link;
  const title =
    stoppedAt === null || live.view.value === null
      ? 'Connexion perdue'
      : `Vue arrêtée à ${clockTime(stoppedAt)}, il\u00a0y\u00a0a\u00a0${duration(now.value - stoppedAt)}`;
  return (
    <Alert
      kind="lost"
      icon="history"
      title={title}
      acts={
        <Button kind="edge" icon="refresh" onClick={() => live.retryNow()}>
          Réessayer maintenant
        </Button>
      }
    >
      <p>La session continue sans attendre cet écran. Changez de réseau (4G, Wi-Fi) ou appelez.</p>
      <Contact />
    </Alert>
  );
}
