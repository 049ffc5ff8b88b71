/** A mandate given: who chooses, and taking it back (at any moment until a choice is recorded, M §6.5). */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { call, textOf } from '../http/call.ts';
import { Address } from '../ui/address.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import { useRoom } from './room-context.ts';

export function MandateNote(): VNode | null {
  const { live, realm, standing } = useRoom();
  const [asking, setAsking] = useState(false);
  const you = live.you.value;
  if (you === null || you.chooser) return null;
  if (realm === 'mandatary')
    return (
      <Alert kind="attention" icon="key" title="La procuration n’est plus en vigueur">
        <p>C’est à nouveau l’interne qui choisit.</p>
      </Alert>
    );
  const moment = standing.value?.moment.kind;
  // The last session is closed: nothing is left to choose by oneself.
  if (moment === 'over')
    return (
      <Alert kind="mandate" title="Vous aviez donné procuration">
        <p>
          <b class="room-address">
            <Address text={you.mandatary ?? ''} />
          </b>{' '}
          devait choisir à votre place.
        </p>
      </Alert>
    );
  const now = moment === 'heldTurn' ? ' C’est son tour en ce moment.' : '';
  return (
    <>
      <Alert
        kind="mandate"
        title="Vous avez donné procuration"
        acts={
          <Button kind="edge" onClick={() => setAsking(true)}>
            Annuler la procuration
          </Button>
        }
      >
        <p>
          <b class="room-address">
            <Address text={you.mandatary ?? ''} />
          </b>{' '}
          choisit à votre place.{now} Vous suivez la session ; le bouton « Choisir » est de son côté.
        </p>
      </Alert>
      {asking ? <CancelDialog onClose={() => setAsking(false)} /> : null}
    </>
  );
}

function CancelDialog({ onClose }: { readonly onClose: () => void }): VNode {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const cancel = async (): Promise<void> => {
    setBusy(true);
    const answer = await call('/mandate', { method: 'DELETE' });
    setBusy(false);
    if (answer.kind === 'ok') onClose();
    else setFault(textOf(answer));
  };
  return (
    <Dialog title="Annuler la procuration ?" closable={!busy} onClose={onClose}>
      <p>Dès maintenant, c’est vous qui choisirez, et votre présence qui comptera.</p>
      {fault === null ? null : (
        <Alert kind="refused" title="Rien n’a changé">
          <p>{fault}</p>
        </Alert>
      )}
      <DialogActs>
        <Button busy={busy} onClick={() => void cancel()}>
          {busy ? 'Envoi…' : 'Annuler la procuration'}
        </Button>
        <Button kind="edge" onClick={onClose}>
          Garder la procuration
        </Button>
      </DialogActs>
    </Dialog>
  );
}
