/** «Changer d’adresse e-mail»: after the password; counts once the letters at both addresses have been opened. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { Facts } from '../ui/facts.tsx';
import { ChangeNote } from './change-note.tsx';
import { EMAIL_WANTED, goodEmail } from './email.ts';
import { useChange } from './use-change.ts';

export function EmailCard({ present }: { readonly present: string }): VNode {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const change = useChange();
  const submit = async (): Promise<void> => {
    setTried(true);
    if (!goodEmail(email) || password === '' || change.busy) return;
    const said = `Deux mails viennent de partir, à ${present} et à ${email.trim()}. L’adresse change quand leurs deux liens sont ouverts.`;
    await change.send('POST', '/me/profile/email', { password, email: email.trim() }, said);
  };
  return (
    <Card title="Adresse e-mail">
      <Facts ruled rows={[['Votre identifiant', present]]} />
      <form
        class="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field
          label="Nouvelle adresse e-mail"
          type="email"
          autoComplete="email"
          maxLength={254}
          value={email}
          fault={tried && !goodEmail(email) ? EMAIL_WANTED : null}
          onInput={event => setEmail(event.currentTarget.value)}
        />
        <Field
          label="Votre mot de passe, pour confirmer"
          type="password"
          autoComplete="current-password"
          value={password}
          fault={tried && password === '' ? 'Écrivez votre mot de passe.' : null}
          onInput={event => setPassword(event.currentTarget.value)}
        />
        <p class="quiet">
          Vous n’avez plus accès à l’ancienne adresse&#8239;? Contactez l’ARS, qui la changera avec vous.
        </p>
        <ChangeNote change={change} />
        <Button type="submit" kind="edge" busy={change.busy}>
          Changer d’adresse e-mail
        </Button>
      </form>
    </Card>
  );
}
