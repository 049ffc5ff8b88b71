/** In the room: a request for another kind of choice that waits, or was refused; one approved shows as the kind of choice itself. */
import type { VNode } from 'preact';
import type { ChoiceStatus } from '../../machines/session/world.ts';
import { Contact } from '../pages/contact.tsx';
import { Alert } from '../ui/alert.tsx';
import { STATUS_WORDS } from '../ui/status-words.ts';
import { useMyStatus } from './use-my-status.ts';

interface StatusNoteProps {
  /** As the live line tells it. */
  readonly status: ChoiceStatus | null;
  readonly myTurn: boolean;
}

export function StatusNote({ status, myTurn }: StatusNoteProps): VNode | null {
  const request = useMyStatus().value?.request ?? null;
  if (request === null || request.decision === 'approved' || request.status === status) return null;
  const wanted = STATUS_WORDS[request.status].toLocaleLowerCase('fr');
  if (request.decision === null)
    return (
      <Alert
        kind={myTurn ? 'attention' : 'told'}
        icon="clock"
        title={`Votre demande attend l’ARS\u00a0: ${wanted}`}
      >
        <p>Elle n’est pas encore prise en compte. Appelez l’ARS avant de choisir.</p>
        <Contact />
      </Alert>
    );
  return (
    <Alert kind="attention" title={`Votre demande est refusée\u00a0: ${wanted}`}>
      {request.reason === null ? null : <p>{`Motif\u00a0: ${request.reason}`}</p>}
      <Contact />
    </Alert>
  );
}
