/** The secret question on the telephone: the moderator asks it, types what is said, and sees yes or no. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { PersonFile, SecretAnswerChecked } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { plural } from '../ui/format.ts';
import { announce } from '../ui/live-regions.tsx';

interface SecretCardProps {
  readonly person: string;
  readonly account: NonNullable<PersonFile['account']>;
}

export function SecretCard({ person, account }: SecretCardProps): VNode {
  const [answer, setAnswer] = useState('');
  const [left, setLeft] = useState(account.secretTriesLeft);
  const [matches, setMatches] = useState<boolean | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const check = async (): Promise<void> => {
    if (answer.trim() === '' || busy) return;
    setBusy(true);
    setTrouble(null);
    const checked = await call<SecretAnswerChecked>(`/desk/people/${person}/secret-answer`, {
      method: 'POST',
      body: { answer: answer.trim() },
    });
    setBusy(false);
    setMatches(checked.kind === 'ok' ? checked.value.matches : null);
    if (checked.kind !== 'ok') return setTrouble(textOf(checked));
    setLeft(checked.value.triesLeft);
    announce('status', checked.value.matches ? 'Oui, la réponse est juste.' : 'Non, la réponse est fausse.');
  };
  return (
    <Card title="Vérifier l’identité au téléphone">
      {account.secretQuestion === null ? (
        <p>Cette personne n’a pas de question secrète&nbsp;: vérifiez l’identité autrement.</p>
      ) : (
        <form
          class="stack"
          noValidate
          onSubmit={event => {
            event.preventDefault();
            void check();
          }}
        >
          <p>
            Posez la question{'\u00a0'}: «{'\u00a0'}
            <b>{account.secretQuestion}</b>
            {'\u00a0'}»
          </p>
          {matches === null ? null : (
            <Alert
              kind={matches ? 'done' : 'refused'}
              title={matches ? 'Oui, la réponse est juste' : 'Non, la réponse est fausse'}
            />
          )}
          {trouble === null ? null : (
            <Alert kind="refused" title="Réponse non vérifiée">
              <p>{trouble}</p>
            </Alert>
          )}
          {left === 0 ? (
            <p>Trois réponses fausses en 24 heures&nbsp;: vérifiez l’identité autrement.</p>
          ) : (
            <>
              <Field
                label="Réponse entendue"
                hint={`Casse et accents ne comptent pas. ${plural(left, 'essai restant', 'essais restants')}, chacun est enregistré.`}
                autoComplete="off"
                maxLength={200}
                value={answer}
                onInput={event => setAnswer(event.currentTarget.value)}
              />
              <div>
                <Button type="submit" busy={busy}>
                  {busy ? 'Vérification…' : 'Vérifier'}
                </Button>
              </div>
            </>
          )}
        </form>
      )}
    </Card>
  );
}
