/** «Mot de passe»: the present one, then another; every other device is signed out. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { SignInRealm } from '../../machines/wire/frames.ts';
import { me } from '../http/account.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { ChangeNote } from './change-note.tsx';
import { useNewPassword } from './new-password.tsx';
import { useChange } from './use-change.ts';

export function PasswordCard({ realm }: { readonly realm: SignInRealm }): VNode {
  const identity = me.value?.[realm] ?? null;
  const password = useNewPassword(
    [identity?.email ?? '', identity?.name ?? '', identity?.firstName ?? ''],
    'Nouveau mot de passe',
  );
  const [current, setCurrent] = useState('');
  const [tried, setTried] = useState(false);
  const change = useChange();
  const submit = async (): Promise<void> => {
    setTried(true);
    const chosen = await password.ready();
    if (chosen === null || current === '' || change.busy) return;
    const path = `/me/password?realm=${realm}`;
    const said = 'Mot de passe changé, vos autres appareils sont déconnectés.';
    const answer = await change.send('PUT', path, { current, password: chosen }, said);
    if (answer.kind === 'refused' && answer.code === 'PASSWORD_REFUSED') password.refuse(answer.text);
  };
  return (
    <Card title="Mot de passe">
      <form
        class="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field
          label="Mot de passe actuel"
          type="password"
          autoComplete="current-password"
          value={current}
          fault={tried && current === '' ? 'Écrivez votre mot de passe actuel.' : null}
          onInput={event => setCurrent(event.currentTarget.value)}
        />
        {password.fields}
        <ChangeNote change={change} />
        <Button type="submit" kind="edge" busy={change.busy}>
          Changer le mot de passe
        </Button>
      </form>
    </Card>
  );
}
