/** What is one's own in an account besides the password: birth date, phone, address, secret question and answer. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Field, LongField } from '../ui/field.tsx';

export interface OwnFields {
  readonly birthDate: string;
  readonly phone: string;
  readonly address: string;
  readonly secretQuestion: string;
  readonly secretAnswer: string;
}

/** As `api/sign-up/bodies.ts` takes it. */
export const goodPhone = (text: string): boolean => /^\+?\d(?:[ .()-]*\d){7,14}$/u.test(text.trim());
export const PHONE_WANTED = 'Écrivez un numéro, par exemple 06 12 34 56 78 ou +33 6 12 34 56 78.';

export const goodSecretAnswer = (text: string): boolean => /[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(text);
export const SECRET_HINT =
  'Elle sert à l’ARS pour vous reconnaître au téléphone, jamais à vous connecter. Personne ne peut relire la réponse.';

const WANTED = 'Ce champ est à remplir.';
const isDay = (text: string): boolean =>
  text >= '1930-01-01' && Date.parse(text) < Date.now() - 15 * 365.25 * 86_400_000;

/** @returns the fields for a form, and `ready`: what they hold, or null where something is to be mended, which they say. */
export function useOwnFields(): { readonly fields: VNode; ready(): OwnFields | null } {
  const [own, setOwn] = useState<OwnFields>({
    birthDate: '',
    phone: '',
    address: '',
    secretQuestion: '',
    secretAnswer: '',
  });
  const [tried, setTried] = useState(false);
  const write = (key: keyof OwnFields) => (event: { readonly currentTarget: { readonly value: string } }) => {
    const { value } = event.currentTarget;
    setOwn(before => ({ ...before, [key]: value }));
  };
  const faults: Readonly<Record<keyof OwnFields, string | null>> = {
    birthDate: isDay(own.birthDate) ? null : 'Indiquez votre date de naissance.',
    phone: goodPhone(own.phone) ? null : PHONE_WANTED,
    address: own.address.trim() === '' ? WANTED : null,
    secretQuestion: own.secretQuestion.trim() === '' ? WANTED : null,
    secretAnswer: goodSecretAnswer(own.secretAnswer) ? null : 'Écrivez une réponse d’au moins deux lettres.',
  };
  const fault = (key: keyof OwnFields): string | null => (tried ? faults[key] : null);
  return {
    fields: (
      <div class="stack">
        <Field
          label="Date de naissance"
          type="date"
          autoComplete="bday"
          min="1930-01-01"
          value={own.birthDate}
          fault={fault('birthDate')}
          onInput={write('birthDate')}
        />
        <Field
          label="Téléphone"
          hint="L’ARS vous y appelle si vous n’êtes pas là à votre tour."
          type="tel"
          autoComplete="tel"
          maxLength={30}
          value={own.phone}
          fault={fault('phone')}
          onInput={write('phone')}
        />
        <LongField
          label="Adresse postale"
          maxLength={300}
          value={own.address}
          fault={fault('address')}
          onInput={write('address')}
        />
        <Field
          label="Question secrète"
          hint={SECRET_HINT}
          maxLength={200}
          value={own.secretQuestion}
          fault={fault('secretQuestion')}
          onInput={write('secretQuestion')}
        />
        <Field
          label="Réponse secrète"
          autoComplete="off"
          maxLength={200}
          value={own.secretAnswer}
          fault={fault('secretAnswer')}
          onInput={write('secretAnswer')}
        />
      </div>
    ),
    ready() {
      setTried(true);
      return Object.values(faults).every(one => one === null) ? own : null;
    },
  };
}
