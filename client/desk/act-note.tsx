/** What came of an act that was not simply done: refused, or still on its way. Stays until it was seen. */
import type { VNode } from 'preact';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import type { ActNoted } from './use-desk-act.ts';

interface ActNoteProps {
  readonly note: ActNoted | null;
  readonly onSeen: () => void;
}

export function ActNote({ note, onSeen }: ActNoteProps): VNode | null {
  if (note === null) return null;
  const refused = note.kind === 'refused';
  return (
    <Alert
      kind={refused ? 'refused' : 'attention'}
      title={refused ? 'Action non appliquée' : 'Réponse attendue'}
      acts={
        <Button kind="edge" onClick={onSeen}>
          J’ai vu
        </Button>
      }
    >
      <p>
        {note.text}
        {refused ? ' Rien n’est enregistré.' : ''}
      </p>
    </Alert>
  );
}
