/** Closing a session: freely when nobody is left to call, else with a reason and the number who have not chosen. */
import type { VNode } from 'preact';
import type { WireCommand } from '../../machines/wire/frames.ts';
import { plural } from '../ui/format.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

interface CloseDialogProps {
  /** The session's. */
  readonly number: number;
  /** As it was when the dialog opened. */
  readonly unchosen: number;
  readonly usual: readonly string[] | undefined;
  readonly onClose: () => void;
  readonly onSend: (command: WireCommand) => void;
}

export function CloseDialog({ number, unchosen, usual, onClose, onSend }: CloseDialogProps): VNode {
  if (unchosen === 0)
    return (
      <ConfirmDialog
        title={`Fermer la session ${number}\u202f?`}
        act="Fermer la session"
        icon="lock"
        kind="plain"
        onClose={onClose}
        onConfirm={() => onSend({ type: 'close', force: null })}
      >
        <p>Plus personne n’est à appeler. Une session close ne se rouvre pas.</p>
      </ConfirmDialog>
    );
  const without = plural(unchosen, 'interne n’a pas choisi', 'internes n’ont pas choisi');
  return (
    <ReasonDialog
      title={`Fermer la session alors que ${without}\u202f?`}
      told={
        'Cette clôture ne crée aucune absence\u00a0: ces internes passent à la session suivante, ou sur la liste à affecter. Une session close ne se rouvre pas.'
      }
      usual={usual}
      act={`Fermer, ${plural(unchosen, 'interne', 'internes')} sans choix`}
      icon="lock"
      kind="stop"
      onClose={onClose}
      onReason={reason => onSend({ type: 'close', force: { unchosen, reason } })}
    />
  );
}
