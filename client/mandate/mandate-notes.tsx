/** What stands of a mandate that counts for nothing: asked for and not accepted, refused, given back; and the buttons beside it. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { GivenMandate } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import { Address } from '../ui/address.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { dayAndYear } from '../ui/format.ts';
import { announce } from '../ui/live-regions.tsx';
import { AskDialog } from './ask-dialog.tsx';
import { EndDialog } from './end-dialog.tsx';

interface AskedNoteProps {
  readonly mandate: NonNullable<GivenMandate['mandate']>;
  readonly onDone: () => void;
}

/** Asked for: the intern still chooses. */
export function AskedNote({ mandate: { email, askedAt }, onDone }: AskedNoteProps): VNode {
  const [ending, setEnding] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const again = async (): Promise<void> => {
    setBusy(true);
    const answer = await call('/mandate/again', { method: 'POST' });
    setBusy(false);
    setTrouble(answer.kind === 'ok' ? null : textOf(answer));
    if (answer.kind === 'ok') announce('status', `Mail renvoyé à ${email}.`);
    onDone();
  };
  return (
    <>
      <Alert
        kind="told"
        icon="key"
        title="Procuration demandée, pas encore acceptée"
        acts={
          <>
            <Button kind="edge" busy={busy} onClick={() => void again()}>
              Renvoyer le mail
            </Button>
            <Button kind="edge" onClick={() => setEnding(true)}>
              Annuler la procuration
            </Button>
          </>
        }
      >
        <p>
          <b class="mandate-address">
            <Address text={email} />
          </b>{' '}
          n’a pas encore répondu (demande du {dayAndYear(askedAt)}). D’ici là, c’est vous qui choisissez, et
          votre présence qui compte.
        </p>
        {trouble === null ? null : <p>{trouble}</p>}
      </Alert>
      {ending ? (
        <EndDialog
          ending="cancelAsked"
          onClose={() => setEnding(false)}
          onDone={() => {
            setEnding(false);
            onDone();
          }}
        />
      ) : null}
    </>
  );
}

/** By the holder: the intern learns it here too. Nothing of one that the intern has ended. */
export const EndedNote = ({ last }: { readonly last: GivenMandate['last'] }): VNode | null =>
  last === null || last.endedBy !== 'mandatary' ? null : (
    <Alert
      kind="attention"
      icon="key"
      title={last.accepted ? 'Votre procuration vous est rendue' : 'Votre procuration est refusée'}
    >
      <p>
        <b class="mandate-address">
          <Address text={last.email} />
        </b>{' '}
        {last.accepted ? 'y a renoncé' : 'l’a refusée'} le {dayAndYear(last.endedAt)}. C’est vous qui
        choisissez.
      </p>
    </Alert>
  );

/** «Établir une procuration», or another one after the first. */
export function GiveButton({
  another,
  onDone,
}: {
  readonly another: boolean;
  readonly onDone: () => void;
}): VNode {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind="edge" icon="key" onClick={() => setAsking(true)}>
        {another ? 'Établir une nouvelle procuration' : 'Établir une procuration'}
      </Button>
      {asking ? (
        <AskDialog
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            onDone();
          }}
        />
      ) : null}
    </>
  );
}
