/** «Faire une demande de modification de statut» (M §5): which kind of choice, and where the documents go. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ChoiceStatus } from '../../machines/session/world.ts';
import { DialogFoot } from '../desk/dialog-foot.tsx';
import { OneOf } from '../desk/one-of.tsx';
import { call, textOf } from '../http/call.ts';
import { Contact } from '../pages/contact.tsx';
import { Alert } from '../ui/alert.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { announce } from '../ui/live-regions.tsx';
import { STATUS_WORDS } from '../ui/status-words.ts';

interface AskStatusDialogProps {
  /** As it is now: to be seen, not to be asked for. */
  readonly status: ChoiceStatus;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const KINDS: Readonly<Record<ChoiceStatus, string>> = {
  classic: 'un poste libre, qui devient le vôtre',
  supernumeraryValidating: 'un poste que votre rang permettait, même pourvu, en plus',
  supernumeraryNonValidating: 'tout poste de l’offre, même pourvu, en plus',
};

const STATUSES = Object.keys(KINDS) as readonly ChoiceStatus[];

export function AskStatusDialog({ status, onClose, onDone }: AskStatusDialogProps): VNode {
  const others = STATUSES.filter(one => one !== status);
  const [wanted, setWanted] = useState<ChoiceStatus>(others[0] ?? status);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    setBusy(true);
    const answer = await call('/me/status-request', { method: 'POST', body: { status: wanted } });
    setBusy(false);
    if (answer.kind !== 'ok') return setTrouble(textOf(answer));
    announce('status', 'Demande envoyée à l’ARS.');
    onDone();
  };
  return (
    <Dialog title="Demande de modification de statut" closable={!busy} onClose={onClose}>
      <form
        class="stack"
        onSubmit={event => {
          event.preventDefault();
          if (!busy) void send();
        }}
      >
        <p>
          Votre type de choix actuel&nbsp;: <b>{STATUS_WORDS[status].toLocaleLowerCase('fr')}</b>. Il ne
          change que lorsque l’ARS accepte votre demande.
        </p>
        {trouble === null ? null : (
          <Alert kind="refused" title="Demande non envoyée">
            <p>{trouble}</p>
          </Alert>
        )}
        <OneOf
          label="Type de choix demandé"
          titled
          choices={others.map(one => [one, `${STATUS_WORDS[one]}\u00a0: ${KINDS[one]}`] as const)}
          value={wanted}
          onChange={setWanted}
        />
        <Alert kind="told" icon="mail" title="Envoyez aussi vos justificatifs à l’ARS">
          <p>Ils ne passent pas par ce site. Sans eux, votre demande ne peut pas être acceptée.</p>
          <Contact />
        </Alert>
        <DialogFoot act="Envoyer la demande" icon="check" busy={busy} onClose={onClose} />
      </form>
    </Dialog>
  );
}
