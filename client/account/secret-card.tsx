/** «Question secrète»: for the telephone alone; changed after the password. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { Field } from '../ui/field.tsx';
import { ChangeNote } from './change-note.tsx';
import { goodSecretAnswer, SECRET_HINT } from './own-fields.tsx';
import { useChange } from './use-change.ts';

interface SecretCardProps {
  /** Null where there is none yet. */
  readonly question: string | null;
  readonly onChange: () => void;
}

export function SecretCard({ question, onChange }: SecretCardProps): VNode {
  const [next, setNext] = useState('');
  const [secretAnswer, setAnswer] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const change = useChange();
  const submit = async (): Promise<void> => {
    setTried(true);
    if (next.trim() === '' || !goodSecretAnswer(secretAnswer) || password === '' || change.busy) return;
    const body = { password, secretQuestion: next, secretAnswer };
    const answer = await change.send('PUT', '/me/profile/secret', body, 'Question secrète enregistrée.');
    if (answer.kind !== 'ok') return;
    for (const clear of [setNext, setAnswer, setPassword]) clear('');
    setTried(false);
    onChange();
  };
  return (
    <Card title="Question secrète">
      <p class="quiet">{SECRET_HINT}</p>
      {question === null ? null : <Facts rows={[['Question actuelle', question]]} />}
      <form
        class="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field
          label="Nouvelle question"
          maxLength={200}
          value={next}
          fault={tried && next.trim() === '' ? 'Ce champ est à remplir.' : null}
          onInput={event => setNext(event.currentTarget.value)}
        />
        <Field
          label="Réponse"
          autoComplete="off"
          maxLength={200}
          value={secretAnswer}
          fault={
            tried && !goodSecretAnswer(secretAnswer) ? 'Écrivez une réponse d’au moins deux lettres.' : null
          }
          onInput={event => setAnswer(event.currentTarget.value)}
        />
        <Field
          label="Votre mot de passe, pour confirmer"
          type="password"
          autoComplete="current-password"
          value={password}
          fault={tried && password === '' ? 'Écrivez votre mot de passe.' : null}
          onInput={event => setPassword(event.currentTarget.value)}
        />
        <ChangeNote change={change} />
        <Button type="submit" kind="edge" busy={change.busy}>
          Changer la question secrète
        </Button>
      </form>
    </Card>
  );
}
