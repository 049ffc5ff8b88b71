/** One code, typed and sent: six digits of an application, or a recovery code. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';

interface CodeFormProps {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with it as typed; null: it may be sent. */
  readonly faultOf: (code: string) => string | null;
  readonly digits: boolean;
  readonly act: string;
  readonly busy: boolean;
  readonly onSend: (code: string) => void;
}

export function CodeForm({ label, hint, faultOf, digits, act, busy, onSend }: CodeFormProps): VNode {
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        setTried(true);
        if (faultOf(code) === null && !busy) onSend(code.trim());
      }}
    >
      <Field
        label={label}
        hint={hint}
        autoComplete={digits ? 'one-time-code' : 'off'}
        inputMode={digits ? 'numeric' : 'text'}
        maxLength={digits ? 12 : 40}
        value={code}
        fault={tried ? faultOf(code) : null}
        onInput={event => setCode(event.currentTarget.value)}
      />
      <Button type="submit" wide busy={busy}>
        {busy ? 'Vérification…' : act}
      </Button>
    </form>
  );
}

export const faultOfDigits = (code: string): string | null =>
  /^\d{6}$/u.test(code.replaceAll(/\s/gu, '')) ? null : 'Écrivez les six chiffres que montre l’application.';

const RECOVERY_CHARACTERS = 24;
export const faultOfRecovery = (code: string): string | null =>
  code.replaceAll(/[\s-]/gu, '').length === RECOVERY_CHARACTERS
    ? null
    : 'Écrivez un code de secours en entier, par exemple K7MQ2X-….';
