/** A reason before an act about a person's account, and why it was refused where it was. */
import type { VNode } from 'preact';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { ReasonDialog } from '../desk/reason-dialog.tsx';
import { loadMe } from '../http/account.ts';
import type { PersonFile } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { announce } from '../ui/live-regions.tsx';
import { fullName } from '../ui/navigation.ts';
import { wordsOfAct } from './file-acts.ts';
import type { FileAct } from './file-acts.ts';

interface FileDialogProps {
  readonly file: Pick<PersonFile, 'person' | 'name' | 'firstName' | 'account'>;
  readonly act: FileAct;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function FileDialog({ file, act, onClose, onDone }: FileDialogProps): VNode {
  const { route } = useLocation();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const words = wordsOfAct(act);
  const email = file.account?.email;
  const send = async (reason: string): Promise<void> => {
    setBusy(true);
    const body = act === 'delete-account' ? { reason, email } : { reason };
    const answer = await call(`/desk/people/${file.person}/${act}`, { method: 'POST', body });
    setBusy(false);
    if (answer.kind !== 'ok') return setTrouble(textOf(answer));
    announce('status', words.done);
    if (act !== 'see-as') return onDone();
    await loadMe();
    route('/mon-amphitheatre');
  };
  return (
    <ReasonDialog
      title={words.title}
      told={
        <>
          <p>
            <b>{fullName(file)}</b>. {words.told}
          </p>
          {act === 'delete-account' ? (
            <p>
              Compte à supprimer{'\u00a0'}: <b>{email}</b>
            </p>
          ) : null}
          {trouble === null ? null : (
            <Alert kind="refused" title="Rien n’a changé">
              <p>{trouble}</p>
            </Alert>
          )}
        </>
      }
      act={words.act}
      {...(act === 'delete-account' && { kind: 'stop' })}
      busy={busy}
      onClose={onClose}
      onReason={reason => void send(reason)}
    />
  );
}
