/** Inviting a moderator: name, address, and whether to manage the others; the link is mailed. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { EMAIL_WANTED, goodEmail } from '../account/email.ts';
import { DialogFoot } from '../desk/dialog-foot.tsx';
import type { InviteBody } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { announce } from '../ui/live-regions.tsx';
import '../desk/one-of.css';

interface InviteDialogProps {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function InviteDialog({ onClose, onDone }: InviteDialogProps): VNode {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [administrator, setAdministrator] = useState(false);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (name.trim() === '' || !goodEmail(email) || busy) return;
    setBusy(true);
    const body: InviteBody = { name: name.trim(), email: email.trim(), administrator };
    const answer = await call('/desk/moderators', { method: 'POST', body });
    setBusy(false);
    if (answer.kind !== 'ok') return setTrouble(textOf(answer));
    announce('status', `Invitation envoyée à ${body.email}.`);
    onDone();
  };
  return (
    <Dialog title="Inviter un gestionnaire" closable={!busy} onClose={onClose}>
      <form
        class="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void submit();
        }}
      >
        <p>
          La personne reçoit un lien valable 72 heures&nbsp;: elle y choisit son mot de passe et son second
          facteur.
        </p>
        {trouble === null ? null : (
          <Alert kind="refused" title="Invitation non envoyée">
            <p>{trouble}</p>
          </Alert>
        )}
        <Field
          label="Prénom et nom"
          maxLength={100}
          value={name}
          fault={tried && name.trim() === '' ? 'Écrivez le nom de la personne.' : null}
          onInput={event => setName(event.currentTarget.value)}
        />
        <Field
          label="Adresse e-mail"
          type="email"
          maxLength={254}
          value={email}
          fault={tried && !goodEmail(email) ? EMAIL_WANTED : null}
          onInput={event => setEmail(event.currentTarget.value)}
        />
        <label class="one-of-choice">
          <input
            type="checkbox"
            checked={administrator}
            onChange={event => setAdministrator(event.currentTarget.checked)}
          />
          <span>Administrateur&nbsp;: gère aussi les autres gestionnaires</span>
        </label>
        <DialogFoot act="Envoyer l’invitation" icon="mail" busy={busy} onClose={onClose} />
      </form>
    </Dialog>
  );
}
