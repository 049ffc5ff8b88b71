/** Giving a named person the list of their establishment: who, at which address, until when; the link is mailed to them. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { DialogFoot } from '../desk/dialog-foot.tsx';
import type { DeskEstablishment } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { wallClock } from '../ui/format.ts';
import { announce } from '../ui/live-regions.tsx';

interface GrantDialogProps {
  readonly establishment: DeskEstablishment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const DAY_MS = 86_400_000;
const USUAL_DAYS = 30;
const inDays = (days: number): string => wallClock(Date.now() + days * DAY_MS).slice(0, 10);

export function GrantDialog({ establishment, onClose, onDone }: GrantDialogProps): VNode {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [until, setUntil] = useState(() => inDays(USUAL_DAYS));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const goodEmail = /^\S+@\S+\.\S+$/u.test(email.trim());
  const goodDay = until >= inDays(0) && until <= inDays(366);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (name.trim() === '' || !goodEmail || !goodDay || busy) return;
    setBusy(true);
    const answer = await call(`/desk/establishments/${establishment.id}/readers`, {
      method: 'POST',
      body: { name: name.trim(), email: email.trim(), until },
    });
    setBusy(false);
    if (answer.kind !== 'ok') return setTrouble(textOf(answer));
    announce('status', `Accès donné. Le lien part à ${email.trim()}.`);
    onDone();
  };
  return (
    <Dialog title="Donner accès à la liste" closable={!busy} onClose={onClose}>
      <form
        class="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void submit();
        }}
      >
        <p>
          {`${establishment.name}\u00a0:`} qui vient sur quel poste. La personne reçoit un lien par e-mail ;
          chaque téléchargement est enregistré.
        </p>
        {trouble === null ? null : (
          <Alert kind="refused" title="Accès non donné">
            <p>{trouble}</p>
          </Alert>
        )}
        <Field
          label="Prénom et nom"
          maxLength={200}
          value={name}
          fault={tried && name.trim() === '' ? 'Écrivez le nom de la personne.' : null}
          onInput={event => setName(event.currentTarget.value)}
        />
        <Field
          label="Adresse e-mail"
          type="email"
          maxLength={254}
          value={email}
          fault={
            tried && !goodEmail ? 'Écrivez l’adresse en entier, par exemple prenom.nom@hopital.fr.' : null
          }
          onInput={event => setEmail(event.currentTarget.value)}
        />
        <Field
          label="Dernier jour"
          hint="Le lien cesse d’ouvrir la liste à la fin de ce jour, heure de Paris."
          type="date"
          min={inDays(0)}
          max={inDays(366)}
          value={until}
          fault={tried && !goodDay ? 'Un jour à venir, dans un an au plus.' : null}
          onInput={event => setUntil(event.currentTarget.value)}
        />
        <DialogFoot act="Donner accès" icon="mail" busy={busy} onClose={onClose} />
      </form>
    </Dialog>
  );
}
