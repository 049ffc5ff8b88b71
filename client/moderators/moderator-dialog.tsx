/** Asks once more before an administrator's act on a moderator, does it, and says why where it was refused. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { DialogFoot } from '../desk/dialog-foot.tsx';
import type { ListedModerator } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import type { Call } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { announce } from '../ui/live-regions.tsx';
import { wordsOf } from './moderator-acts.ts';
import type { ModeratorAct } from './moderator-acts.ts';

interface ModeratorDialogProps {
  readonly moderator: ListedModerator;
  readonly act: ModeratorAct;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function ModeratorDialog({ moderator, act, onClose, onDone }: ModeratorDialogProps): VNode {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const words = wordsOf(act, moderator.name);
  const send = async (): Promise<void> => {
    setBusy(true);
    const [path, how] = sentOf(act);
    const answer = await call(`/desk/moderators/${moderator.id}${path}`, how);
    setBusy(false);
    if (answer.kind !== 'ok') return setTrouble(textOf(answer));
    announce('status', words.done);
    onDone();
  };
  return (
    <Dialog title={words.title} closable={!busy} onClose={onClose}>
      <p>{words.text}</p>
      {trouble === null ? null : (
        <Alert kind="refused" title="Rien n’a changé">
          <p>{trouble}</p>
        </Alert>
      )}
      <DialogFoot
        act={words.button.replace('…', '')}
        kind={act === 'resend' || act === 'give' ? 'plain' : 'stop'}
        busy={busy}
        onAct={() => void send()}
        onClose={onClose}
      />
    </Dialog>
  );
}

function sentOf(act: ModeratorAct): readonly [path: string, how: Call] {
  switch (act) {
    case 'resend':
      return ['/invitation', { method: 'POST' }];
    case 'give':
    case 'take':
      return ['/administrator', { method: 'PUT', body: { administrator: act === 'give' } }];
    case 'factor':
      return ['/second-factor', { method: 'DELETE' }];
    case 'remove':
      return ['', { method: 'DELETE' }];
    default:
      return act satisfies never;
  }
}
