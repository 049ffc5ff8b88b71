/** Closing a session: freely when nobody is left to call, else with a reason and the number who have not chosen. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { WireCommand } from '../../machines/wire/frames.ts';
import { plural } from '../ui/format.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { RoomView } from './room-view.ts';
import { CLOSE_REASONS } from './usual-reasons.ts';

interface CloseDialogProps {
  readonly view: RoomView;
  readonly onClose: () => void;
  readonly onSend: (command: WireCommand) => void;
}

export function CloseDialog({ view, onClose, onSend }: CloseDialogProps): VNode {
  const { queue, session } = view;
  // As it was when the dialog opened: the number one confirms is the number one has read, or the server refuses.
  const [unchosen] = useState(queue.coming.length);
  const closeWith = (force: { readonly unchosen: number; readonly reason: string } | null): void =>
    onSend({ type: 'close', force });
  if (unchosen === 0)
    return (
      <ConfirmDialog
        title={`Fermer la session ${session.number}\u202f?`}
        act="Fermer la session"
        icon="lock"
        kind="plain"
        onClose={onClose}
        onConfirm={() => closeWith(null)}
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
      usual={CLOSE_REASONS}
      act={`Fermer, ${plural(unchosen, 'interne', 'internes')} sans choix`}
      icon="lock"
      kind="stop"
      onClose={onClose}
      onReason={reason => closeWith({ unchosen, reason })}
    />
  );
}
