/** A second factor enrolled: a passkey or an application, and with the first one the recovery codes. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Enrolled } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import type { Answer } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { browserName } from '../ui/browser-name.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { announce } from '../ui/live-regions.tsx';
import { EnrolApplication } from './enrol-application.tsx';
import { canUsePasskeys, makePasskey } from './passkey.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

interface EnrolStepProps {
  /** It is written; the recovery codes are shown. */
  readonly onEnrolled?: () => void;
  readonly onDone: (enrolled: Enrolled) => void;
  readonly onEnded: (text: string) => void;
}

export function EnrolStep({ onEnrolled, onDone, onEnded }: EnrolStepProps): VNode {
  const [way, setWay] = useState<'passkey' | 'application'>(canUsePasskeys() ? 'passkey' : 'application');
  const [name, setName] = useState(() => browserName(navigator.userAgent, navigator.maxTouchPoints).name);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [done, setDone] = useState<Enrolled | null>(null);
  const send = async (asking: Promise<Answer<Enrolled>>): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    const answer = await asking;
    setBusy(false);
    if (answer.kind === 'ok') {
      if (answer.value.recoveryCodes === null) return onDone(answer.value);
      onEnrolled?.();
      return setDone(answer.value);
    }
    if (answer.kind === 'refused' && answer.code === 'STEP_ENDED') return onEnded(answer.text);
    setTrouble(textOf(answer));
    announce('alert', textOf(answer));
  };
  if (done?.recoveryCodes)
    return (
      <RecoveryCodes
        codes={done.recoveryCodes}
        word="J’ai gardé mes codes, continuer"
        onKept={() => onDone(done)}
      />
    );
  return (
    <>
      {trouble === null ? null : (
        <Alert kind="refused" title="Pas encore enregistré">
          <p>{trouble}</p>
        </Alert>
      )}
      {way === 'passkey' ? (
        <form
          class="stack"
          noValidate
          onSubmit={event => {
            event.preventDefault();
            if (name.trim() !== '' && !busy) void send(makePasskey(name.trim()));
          }}
        >
          <p>
            Une clé d’accès remplace le code à recopier{'\u00a0'}: empreinte, visage ou code de cet appareil,
            ou clé USB.
          </p>
          <Field
            label="Nom de cette clé"
            hint="Pour la reconnaître dans votre liste."
            maxLength={60}
            value={name}
            fault={name.trim() === '' ? 'Donnez-lui un nom.' : null}
            onInput={event => setName(event.currentTarget.value)}
          />
          <Button type="submit" wide icon="key" busy={busy}>
            {busy ? 'En attente de la clé…' : 'Enregistrer une clé d’accès'}
          </Button>
        </form>
      ) : (
        <EnrolApplication
          busy={busy}
          onCode={code =>
            void send(call('/login/second/enrol/application', { method: 'POST', body: { code } }))
          }
        />
      )}
      {way === 'application' && !canUsePasskeys() ? null : (
        <Button kind="bare" onClick={() => setWay(way === 'passkey' ? 'application' : 'passkey')}>
          {way === 'passkey' ? 'Plutôt une application qui donne des codes' : 'Plutôt une clé d’accès'}
        </Button>
      )}
    </>
  );
}
