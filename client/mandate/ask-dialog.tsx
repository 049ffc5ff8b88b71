/** «Établir une procuration» (M §6.1): the holder's e-mail and telephone; «Envoyer». */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { EMAIL_WANTED, goodEmail } from '../account/email.ts';
import { DialogFoot } from '../desk/dialog-foot.tsx';
import { call, textOf } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { announce } from '../ui/live-regions.tsx';

interface AskDialogProps {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const PHONE_WANTED = 'Écrivez un numéro où l’ARS peut joindre cette personne, par exemple 06 12 34 56 78.';

/** As `api/routes/mandate.ts` takes it. */
const goodPhone = (text: string): boolean =>
  /^\+?[\d\s().-]{6,30}$/u.test(text.trim()) && text.replaceAll(/\D/gu, '').length >= 6;

export function AskDialog({ onClose, onDone }: AskDialogProps): VNode {
  const [email, setEmail] = useState('');
  const [phone, setPhone] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    setTried(true);
    if (!goodEmail(email) || !goodPhone(phone) || busy) return;
    setBusy(true);
    const body = { email: email.trim(), phone: phone.trim() };
    const answer = await call('/mandate', { method: 'POST', body });
    setBusy(false);
    if (answer.kind !== 'ok') return setTrouble(textOf(answer));
    announce('status', `Demande envoyée à ${body.email}.`);
    onDone();
  };
  return (
    <Dialog title="Établir une procuration" closable={!busy} onClose={onClose}>
      <form
        class="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void send();
        }}
      >
        <p>
          Cette personne de confiance choisira à votre place, et son choix sera définitif. Elle reçoit un lien
          pour accepter&#8239;; jusque-là, c’est vous qui choisissez. Une personne n’a qu’une procuration.
        </p>
        {trouble === null ? null : (
          <Alert kind="refused" title="Demande non envoyée">
            <p>{trouble}</p>
          </Alert>
        )}
        <Field
          label="Adresse e-mail de la personne"
          type="email"
          autoComplete="off"
          maxLength={254}
          value={email}
          fault={tried && !goodEmail(email) ? EMAIL_WANTED : null}
          onInput={event => setEmail(event.currentTarget.value)}
        />
        <Field
          label="Son téléphone"
          hint="Pour l’ARS seulement, si la personne ne se connecte pas à votre tour."
          inputMode="tel"
          autoComplete="off"
          maxLength={30}
          value={phone}
          fault={tried && !goodPhone(phone) ? PHONE_WANTED : null}
          onInput={event => setPhone(event.currentTarget.value)}
        />
        <p class="small">
          <a href="/informations#mandataire">Le guide du mandataire</a>, à lui faire lire.
        </p>
        <DialogFoot act="Envoyer" icon="mail" busy={busy} onClose={onClose} />
      </form>
    </Dialog>
  );
}
