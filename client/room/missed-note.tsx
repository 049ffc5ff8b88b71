/** The turn has passed: why, and the way back; by the button where one has it, else by telephone. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { refusalText } from '../../machines/refusal-text.ts';
import { Contact } from '../pages/contact.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { announce } from '../ui/live-regions.tsx';
import type { Moment } from './moment.ts';
import { useRoom } from './room-context.ts';
import { missedText } from './words.ts';

export function MissedNote({ moment }: { readonly moment: Extract<Moment, { kind: 'absent' }> }): VNode {
  const { standing, live } = useRoom();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const session = standing.value?.session ?? null;
  const turnS = (session?.turnMs ?? 0) / 1000;
  const chooser = live.you.value?.chooser !== false;
  const rejoin = async (): Promise<void> => {
    if (session === null) return;
    setBusy(true);
    setFault(null);
    const answer = await live.command(session.id, { type: 'rejoin' });
    setBusy(false);
    if (answer.kind === 'accepted') {
      document.getElementById('contenu')?.focus({ preventScroll: true }); // the button that had it is gone
      return announce('alert', 'Vous êtes de retour. Vous passerez juste après la personne qui choisit.');
    }
    const text =
      answer.kind === 'refused'
        ? refusalText(answer.refusal)
        : 'Une erreur de notre côté a empêché cette action. Réessayez.';
    setFault(text);
    announce('alert', text);
  };
  return (
    <>
      <Alert kind="attention" title="Votre tour est passé">
        <p>{missedText(moment, turnS)}</p>
      </Alert>
      {moment.canReturn && chooser ? (
        <>
          <Button kind="go" icon="back" wide busy={busy} onClick={() => void rejoin()}>
            {busy ? 'Envoi…' : 'Reprendre mon tour'}
          </Button>
          <p class="quiet">Vous passerez juste après la personne qui choisit, avec {turnS} s.</p>
        </>
      ) : (
        <Alert kind="told" icon="phone" title="Pour choisir, appelez l’ARS">
          <Contact />
        </Alert>
      )}
      {fault === null ? null : (
        <Alert kind="refused" title="Rien n’a changé">
          <p>{fault}</p>
        </Alert>
      )}
    </>
  );
}
