/**
 * A new password, written twice: the form part of sign-up, reset, change, of holders and moderators. Pasting and
 * password managers are welcome (ASVS 6.2.7); it may be shown while one writes (6.2.6).
 */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { passwordFaultText, SHORTEST_PASSWORD } from '../../machines/password.ts';
import { Field } from '../ui/field.tsx';
import { loadGuessing, passwordFault } from './guess.ts';
import './account.css';

export interface NewPassword {
  /** To be put into a form. */
  readonly fields: VNode;
  /** The password where it may be taken; null where not, and the fields say why. */
  ready(): Promise<string | null>;
  /** What the server found wrong with it. */
  refuse(why: string): void;
}

const TWICE = 'Les deux mots de passe ne sont pas les mêmes. Écrivez-le une seconde fois, à l’identique.';
const HINT = `${SHORTEST_PASSWORD} caractères au moins. Le plus sûr et le plus simple\u00a0: quatre ou cinq mots sans rapport entre eux.`;

/**
 * @param own name, first name, e-mail: not to be found in it
 * @param label where the present password stands beside it
 */
export function useNewPassword(own: readonly string[], label = 'Mot de passe'): NewPassword {
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [faultAgain, setFaultAgain] = useState<string | null>(null);
  const [shown, setShown] = useState(false);
  const judge = async (): Promise<boolean> => {
    const wrong = await passwordFault(password, own);
    setFault(wrong === null ? null : passwordFaultText(wrong));
    return wrong === null;
  };
  const type = shown ? 'text' : 'password';
  return {
    fields: (
      // Dictionaries are fetched as soon as one comes near, judged as one leaves the field.
      <div class="stack" onFocusIn={() => void loadGuessing().catch(() => undefined)}>
        <Field
          label={label}
          hint={HINT}
          type={type}
          autoComplete="new-password"
          value={password}
          fault={fault}
          onInput={event => {
            setPassword(event.currentTarget.value);
            setFault(null);
          }}
          onBlur={() => void (password === '' ? undefined : judge())}
        />
        <Field
          label={`${label}, une seconde fois`}
          type={type}
          autoComplete="new-password"
          value={again}
          fault={faultAgain}
          onInput={event => {
            setAgain(event.currentTarget.value);
            setFaultAgain(null);
          }}
        />
        <label class="show-password">
          <input type="checkbox" checked={shown} onChange={event => setShown(event.currentTarget.checked)} />{' '}
          Afficher le mot de passe
        </label>
      </div>
    ),
    async ready() {
      const same = again === password;
      const good = await judge();
      setFaultAgain(same ? null : TWICE);
      return good && same ? password : null;
    },
    refuse: setFault,
  };
}
