/** «Annuler la procuration» by the intern, at any moment until a choice is recorded (M §6.5); giving it up, by its holder. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { call, textOf } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import { announce } from '../ui/live-regions.tsx';

export type Ending = 'cancelAccepted' | 'cancelAsked' | 'giveUp';

interface EndDialogProps {
  readonly ending: Ending;
  readonly onClose: () => void;
  /** It has ended, or the live session will say so. */
  readonly onDone: () => void;
}

const WORDS: Readonly<
  Record<Ending, { title: string; told: string; act: string; keep: string; done: string }>
> = {
  cancelAccepted: {
    title: 'Annuler la procuration\u202f?',
    told: 'Dès maintenant, c’est vous qui choisirez, et votre présence qui comptera.',
    act: 'Annuler la procuration',
    keep: 'Garder la procuration',
    done: 'Procuration annulée.',
  },
  cancelAsked: {
    title: 'Annuler la procuration\u202f?',
    told: 'Le lien envoyé ne servira plus. Vous pourrez établir une nouvelle procuration.',
    act: 'Annuler la procuration',
    keep: 'Garder la demande',
    done: 'Procuration annulée.',
  },
  giveUp: {
    title: 'Renoncer à la procuration\u202f?',
    told: 'Dès maintenant, vous ne choisissez plus à la place de l’interne, qui en est prévenu. Vous serez déconnecté.',
    act: 'Renoncer',
    keep: 'Garder la procuration',
    done: 'Vous avez renoncé à la procuration.',
  },
};

export function EndDialog({ ending, onClose, onDone }: EndDialogProps): VNode {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const { title, told, act, keep, done } = WORDS[ending];
  const end = async (): Promise<void> => {
    setBusy(true);
    const answer = await call<{ answer: string; detail?: string }>(
      ending === 'giveUp' ? '/mandate/held' : '/mandate',
      { method: 'DELETE' },
    );
    setBusy(false);
    if (answer.kind !== 'ok') return setFault(textOf(answer));
    announce('status', answer.value.answer === 'pending' ? (answer.value.detail ?? done) : done);
    onDone();
  };
  return (
    <Dialog title={title} closable={!busy} onClose={onClose}>
      <p>{told}</p>
      {fault === null ? null : (
        <Alert kind="refused" title="Rien n’a changé">
          <p>{fault}</p>
        </Alert>
      )}
      <DialogActs>
        <Button busy={busy} onClick={() => void end()}>
          {busy ? 'Envoi…' : act}
        </Button>
        <Button kind="edge" onClick={onClose}>
          {keep}
        </Button>
      </DialogActs>
    </Dialog>
  );
}
