/** The first step: six fields, all required, that must mean one person of the roster; never which of them was wrong. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useAsked } from '../http/asked.ts';
import type { SignUpSpecialty } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { announce } from '../ui/live-regions.tsx';
import { Select } from '../ui/select.tsx';
import { useFirstFault } from '../ui/use-first-fault.ts';

const EXAMS = [
  ['ecnEdn', 'ECN / EDN'],
  ['pharmacie', 'Pharmacie'],
  ['odontologie', 'Odontologie'],
] as const;
type Exam = (typeof EXAMS)[number][0];

const WANTED = 'Ce champ est à remplir.';
const goodYear = (text: string): boolean => /^(19[89]|20|21)\d\d?$/u.test(text) && text.length === 4;

export function SixFields({ onMatch }: { readonly onMatch: (matched: string) => void }): VNode {
  const specialties = useAsked<readonly SignUpSpecialty[]>('/sign-up/specialties').value ?? [];
  const [ine, setIne] = useState('');
  const [name, setName] = useState('');
  const [firstName, setFirstName] = useState('');
  const [exam, setExam] = useState<Exam>('ecnEdn');
  const [promotion, setPromotion] = useState('');
  const [specialty, setSpecialty] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const first = useFirstFault();
  const wanted = (text: string): string | null => (tried && text.trim() === '' ? WANTED : null);
  const submit = async (): Promise<void> => {
    setTried(true);
    const whole = [ine, name, firstName, specialty].every(text => text.trim() !== '') && goodYear(promotion);
    if (!whole) return first.show();
    if (busy) return;
    setBusy(true);
    setTrouble(null);
    const answer = await call<{ readonly matched: string }>('/sign-up', {
      method: 'POST',
      body: { ine, name, firstName, exam, promotion: Number(promotion), specialty: Number(specialty) },
    });
    setBusy(false);
    if (answer.kind === 'ok') return onMatch(answer.value.matched);
    setTrouble(textOf(answer));
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
          void submit();
        }}
      >
        <p>Les six champs sont obligatoires. Ils sont comparés à la liste des internes du semestre.</p>
        <Field
          label="Numéro INE"
          hint="Sur votre certificat de scolarité. Vous ne l’avez pas ? Écrivez 0000 : le compte sera à confirmer."
          maxLength={20}
          value={ine}
          fault={wanted(ine)}
          onInput={event => setIne(event.currentTarget.value)}
        />
        <Field
          label="Nom"
          hint="D’usage ou de naissance."
          autoComplete="family-name"
          maxLength={100}
          value={name}
          fault={wanted(name)}
          onInput={event => setName(event.currentTarget.value)}
        />
        <Field
          label="Prénom"
          autoComplete="given-name"
          maxLength={100}
          value={firstName}
          fault={wanted(firstName)}
          onInput={event => setFirstName(event.currentTarget.value)}
        />
        <Select label="Concours" choices={EXAMS} value={exam} onChange={setExam} />
        <Field
          label="Promotion"
          hint="L’année de votre concours, par exemple 2024."
          inputMode="numeric"
          maxLength={4}
          value={promotion}
          fault={tried && !goodYear(promotion) ? 'Écrivez une année à quatre chiffres.' : null}
          onInput={event => setPromotion(event.currentTarget.value)}
        />
        <Select
          label="DES"
          choices={[
            ['', 'Choisissez votre DES'],
            ...specialties.map(one => [String(one.id), one.name] as const),
          ]}
          value={specialty}
          onChange={setSpecialty}
          fault={wanted(specialty) === null ? null : 'Choisissez votre DES dans la liste.'}
        />
        {trouble === null ? null : (
          <Alert kind="refused" title="Inscription non commencée">
            <p>{trouble}</p>
          </Alert>
        )}
        <Button type="submit" wide busy={busy}>
          {busy ? 'Vérification…' : 'Débuter ma création de compte'}
        </Button>
        <p>
          Déjà un compte ? <a href="/connexion">Se connecter</a>
        </p>
      </form>
    </Card>
  );
}
