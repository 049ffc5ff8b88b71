/** «Mes coordonnées»: telephone, postal address, UFR: the intern's own. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Profile } from '../http/answers.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field, LongField } from '../ui/field.tsx';
import { ChangeNote } from './change-note.tsx';
import { FacultyForm } from './faculty-form.tsx';
import { goodPhone, PHONE_WANTED } from './own-fields.tsx';
import { useChange } from './use-change.ts';

interface ReachCardProps {
  readonly profile: Profile;
  readonly onChange: () => void;
}

export function ReachCard({ profile, onChange }: ReachCardProps): VNode {
  const [phone, setPhone] = useState(profile.phone);
  const [address, setAddress] = useState(profile.address);
  const [tried, setTried] = useState(false);
  const change = useChange();
  const submit = async (): Promise<void> => {
    setTried(true);
    if (!goodPhone(phone) || address.trim() === '' || change.busy) return;
    const body = { phone: phone.trim(), address };
    const answer = await change.send('PUT', '/me/profile/reach', body, 'Coordonnées enregistrées.');
    if (answer.kind === 'ok') onChange();
  };
  return (
    <Card title="Mes coordonnées">
      <form
        class="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field
          label="Téléphone"
          hint="L’ARS vous y appelle si vous n’êtes pas là à votre tour."
          type="tel"
          autoComplete="tel"
          maxLength={30}
          value={phone}
          fault={tried && !goodPhone(phone) ? PHONE_WANTED : null}
          onInput={event => setPhone(event.currentTarget.value)}
        />
        <LongField
          label="Adresse postale"
          maxLength={300}
          value={address}
          fault={tried && address.trim() === '' ? 'Ce champ est à remplir.' : null}
          onInput={event => setAddress(event.currentTarget.value)}
        />
        <ChangeNote change={change} />
        <Button type="submit" busy={change.busy}>
          Enregistrer mes coordonnées
        </Button>
      </form>
      <FacultyForm faculty={profile.faculty ?? ''} faculties={profile.faculties ?? []} onChange={onChange} />
    </Card>
  );
}
