/** The turn has passed: why, and the way back; by the button where one has it, else by telephone. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { clockTime } from '../../machines/french-time.ts';
import { refusalText } from '../../machines/refusal-text.ts';
import { Contact } from '../pages/contact.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import { announce } from '../ui/live-regions.tsx';
import type { Moment } from './moment.ts';
import { useRoom } from './room-context.ts';
import { missedText } from './words.ts';
import './after-choice.css';

type Absent = Extract<Moment, { kind: 'absent' }>;

export function MissedNote({ moment }: { readonly moment: Absent }): VNode {
  const { standing, live } = useRoom();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const session = standing.value?.session ?? null;
  const turnS = ((session?.turnMs ?? 0) + (live.you.value?.extraTurnMs ?? 0)) / 1000;
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
          <Seen moment={moment} />
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

/** What the absence rests on, for whoever holds it to be an error. */
function Seen({ moment: { endedAt, cause } }: { readonly moment: Absent }): VNode | null {
  if (cause === null || cause === 'byModerator') return null;
  const seen: readonly (readonly [IconName, string])[] =
    cause === 'timeRanOut'
      ? [
          ['plug', 'En ligne à la fin du tour'],
          ['close', 'Aucun choix confirmé dans le temps'],
        ]
      : [['plugOff', 'Hors ligne à l’appel, ou à la fin du tour']];
  return (
    <Card title="Ce que le serveur a vu">
      <ul class="proofs">
        {seen.map(([icon, words]) => (
          <li key={words}>
            <Icon name={icon} /> {words}
          </li>
        ))}
        {endedAt === null ? null : (
          <li>
            <Icon name="clock" />
            <span>
              Fin du tour à <b class="digits">{clockTime(endedAt)}</b>
            </span>
          </li>
        )}
      </ul>
      <p>Une erreur ? Appelez l’ARS.</p>
      <Contact />
    </Card>
  );
}
