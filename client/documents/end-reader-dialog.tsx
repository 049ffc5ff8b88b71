/** Ending a reader's access: the link opens nothing from now on; a new one can be given. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { DialogFoot } from '../desk/dialog-foot.tsx';
import type { EstablishmentReader } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { announce } from '../ui/live-regions.tsx';

interface EndReaderDialogProps {
  readonly reader: EstablishmentReader;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function EndReaderDialog({ reader, onClose, onDone }: EndReaderDialogProps): VNode {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const end = async (): Promise<void> => {
    setBusy(true);
    const answer = await call(`/desk/establishment-readers/${reader.id}`, { method: 'DELETE' });
    setBusy(false);
    if (answer.kind !== 'ok') return setTrouble(textOf(answer));
    announce('status', `Accès terminé pour ${reader.name}.`);
    onDone();
  };
  return (
    <Dialog title="Mettre fin à l’accès ?" closable={!busy} onClose={onClose}>
      <p>
        Le lien de {reader.name} n’ouvrira plus rien, dès maintenant. Ce qui a été téléchargé reste chez la
        personne.
      </p>
      {trouble === null ? null : (
        <Alert kind="refused" title="L’accès n’a pas pris fin">
          <p>{trouble}</p>
        </Alert>
      )}
      <DialogFoot
        act="Mettre fin à l’accès"
        kind="stop"
        busy={busy}
        onAct={() => void end()}
        onClose={onClose}
      />
    </Dialog>
  );
}
