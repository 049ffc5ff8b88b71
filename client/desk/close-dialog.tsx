/** Closing a session: freely when nobody is left to call, else with a reason and the number who have not chosen. */
import type { VNode } from 'preact';
import { settings } from '../http/account.ts';
import { plural } from '../ui/format.ts';
import { reasonBefore } from './asking.ts';
import type { Asking } from './asking.ts';
import { remaining } from './close-remains.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import type { DeskCommand } from './desk-command.ts';
import { CountsNot, theSession } from './rehearsal-words.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { RoomView } from './room-view.ts';
import './close-dialog.css';

interface CloseDialogProps {
  readonly asking: Extract<Asking, { kind: 'close' }>;
  readonly view: RoomView;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onSend: (command: DeskCommand) => void;
}

export function CloseDialog({ asking, view, busy, onClose, onSend }: CloseDialogProps): VNode {
  const { unchosen, on } = asking;
  const left = remaining(view);
  const remains = view.session.rehearsal ? (
    <CountsNot />
  ) : (
    <>
      {left.length === 0 ? <p>Tous les choix sont faits.</p> : null}
      <ul class="close-remains">
        {left.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        <b>Une session close ne se rouvre pas.</b> Restent les corrections de choix et les messages
        personnels.
      </p>
    </>
  );
  if (unchosen === 0)
    return (
      <ConfirmDialog
        title={`Fermer ${theSession(view.session)}\u202f?`}
        act={`Fermer ${view.session.rehearsal ? 'l’amphi blanc' : 'la session'}`}
        icon="lock"
        kind="plain"
        busy={busy}
        onClose={onClose}
        onConfirm={() => onSend({ type: 'close', on, force: null })}
      >
        <div class="stack">
          <p>Plus personne n’est à appeler.</p>
          {remains}
        </div>
      </ConfirmDialog>
    );
  const without = plural(unchosen, 'interne n’a pas choisi', 'internes n’ont pas choisi');
  return (
    <ReasonDialog
      title={`Fermer ${view.session.rehearsal ? 'l’amphi blanc' : 'la session'} alors que ${without}\u202f?`}
      told={<div class="stack">{remains}</div>}
      usual={view.session.rehearsal ? ['Fin de l’amphi blanc.'] : settings.value?.usualReasons.close}
      act={`Fermer, ${plural(unchosen, 'interne', 'internes')} sans choix`}
      icon="lock"
      kind="stop"
      busy={busy}
      onClose={onClose}
      typed={reasonBefore(asking)}
      onReason={reason => onSend({ type: 'close', on, force: { unchosen, reason } })}
    />
  );
}
