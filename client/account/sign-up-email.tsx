/** The second step: the e-mail twice, then «renvoyer le mail» once a minute has passed. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { call, textOf } from '../http/call.ts';
import { Contact } from '../pages/contact.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { announce } from '../ui/live-regions.tsx';
import { useFirstFault } from '../ui/use-first-fault.ts';
import { EMAIL_WANTED, goodEmail } from './email.ts';
import { useMinute } from './use-minute.ts';

interface SignUpEmailProps {
  /** What the first step answered. */
  readonly matched: string;
  /** Where a mail left for already, in this tab; null: none yet. */
  readonly sentTo: string | null;
  readonly onSent: (to: string) => void;
  /** The first step is to be done again: too much time has passed, or somebody else sits here. */
  readonly onAgain: () => void;
}

const TWICE = 'Les deux adresses ne sont pas les mêmes.';

export function SignUpEmail({ matched, sentTo, onSent, onAgain }: SignUpEmailProps): VNode {
  const [email, setEmail] = useState(sentTo ?? '');
  const [again, setAgain] = useState(sentTo ?? '');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<{ readonly text: string; readonly over: boolean } | null>(null);
  const { left, begin } = useMinute();
  const first = useFirstFault();
  const same = email.trim().toLowerCase() === again.trim().toLowerCase();
  const send = async (): Promise<void> => {
    setTried(true);
    if (!goodEmail(email) || !same) return first.show();
    if (busy) return;
    setBusy(true);
    const answer = await call('/sign-up/email', { method: 'POST', body: { matched, email: email.trim() } });
    setBusy(false);
    if (answer.kind === 'ok') {
      setTrouble(null);
      onSent(email.trim());
      begin();
      return announce('status', `Un mail vient de partir à ${email.trim()}.`);
    }
    setTrouble({ text: textOf(answer), over: answer.kind === 'refused' && answer.code === 'SIGN_UP_AGAIN' });
    announce('alert', textOf(answer));
  };
  return (
    <Card>
      <form
        ref={first.form}
        class="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void send();
        }}
      >
        {sentTo === null ? (
          <p>
            Cette adresse sera votre identifiant, et recevra les informations de l’ARS. Prenez celle que l’ARS
            connaît si vous le pouvez.
          </p>
        ) : (
          <Alert kind="done" title="Consultez votre boîte mail">
            <p>
              Un mail vient de partir à <b>{sentTo}</b>. Ouvrez son lien pour finaliser votre
              inscription&nbsp;: il sert une fois, pendant 24 heures, sur cet appareil ou un autre.
            </p>
            <p>
              Rien après quelques minutes&#8239;? Regardez dans les indésirables, vérifiez l’adresse
              ci-dessous.
            </p>
            {/* The same words for everybody: who has an account is told by mail alone (domain §6). */}
            <p>
              Toujours rien&#8239;? Vous avez peut-être déjà un compte, avec une autre adresse. Contactez
              l’ARS.
            </p>
            <Contact />
          </Alert>
        )}
        {trouble === null ? null : (
          <Alert
            kind="refused"
            title="Mail non envoyé"
            acts={trouble.over ? <Button onClick={onAgain}>Reprendre l’inscription</Button> : undefined}
          >
            <p>{trouble.text}</p>
          </Alert>
        )}
        <Field
          label="Adresse e-mail"
          type="email"
          autoComplete="email"
          maxLength={254}
          value={email}
          fault={tried && !goodEmail(email) ? EMAIL_WANTED : null}
          onInput={event => setEmail(event.currentTarget.value)}
        />
        <Field
          label="Adresse e-mail, une seconde fois"
          type="email"
          autoComplete="email"
          maxLength={254}
          value={again}
          fault={tried && !same ? TWICE : null}
          onInput={event => setAgain(event.currentTarget.value)}
        />
        {left > 0 ? (
          <p class="quiet digits">{`Renvoyer le mail\u00a0: possible dans ${left}\u00a0s.`}</p>
        ) : (
          <Button type="submit" wide busy={busy}>
            {sentTo === null ? 'Créer mon compte' : 'Renvoyer le mail'}
          </Button>
        )}
        <div>
          <Button kind="bare" onClick={onAgain}>
            Revenir à la première étape
          </Button>
        </div>
      </form>
    </Card>
  );
}
