/** After the password: the second factor, by whichever way the account has; another one is one press away. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Me, SecondFactorWay } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import type { Answer } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { announce } from '../ui/live-regions.tsx';
import { CodeForm, faultOfDigits, faultOfRecovery } from './code-form.tsx';
import { canUsePasskeys, showPasskey } from './passkey.ts';

interface VerifyStepProps {
  readonly ways: readonly SecondFactorWay[];
  readonly onDone: (signedIn: Partial<Me>) => void;
  /** Too old, or tried too often: the password again. */
  readonly onEnded: (text: string) => void;
}

const WORDS: Readonly<Record<SecondFactorWay, string>> = {
  passkey: 'Utiliser une clé d’accès',
  application: 'Utiliser le code de mon application',
  recovery: 'Utiliser un code de secours',
};

export function VerifyStep({ ways, onDone, onEnded }: VerifyStepProps): VNode {
  const possible = ways.filter(way => way !== 'passkey' || canUsePasskeys());
  const [way, setWay] = useState<SecondFactorWay>(possible[0] ?? 'recovery');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const send = async (asking: Promise<Answer<Partial<Me>>>): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    const answer = await asking;
    setBusy(false);
    if (answer.kind === 'ok') return onDone(answer.value);
    if (answer.kind === 'refused' && answer.code === 'STEP_ENDED') return onEnded(answer.text);
    setTrouble(textOf(answer));
    announce('alert', textOf(answer));
  };
  const sendCode = (path: string) => (code: string) =>
    void send(call(`/login/second/${path}`, { method: 'POST', body: { code } }));
  return (
    <>
      {trouble === null ? null : (
        <Alert kind="refused" title="Second facteur refusé">
          <p>{trouble}</p>
        </Alert>
      )}
      {way === 'passkey' ? (
        <>
          <p>Votre navigateur vous demande l’empreinte, le code ou la clé de votre appareil.</p>
          <Button wide icon="key" busy={busy} onClick={() => void send(showPasskey())}>
            {busy ? 'En attente de la clé…' : 'Présenter ma clé d’accès'}
          </Button>
        </>
      ) : null}
      {way === 'application' ? (
        <CodeForm
          key="application"
          label="Code de votre application"
          hint="Six chiffres, valables 30 secondes."
          digits
          act="Se connecter"
          faultOf={faultOfDigits}
          busy={busy}
          onSend={sendCode('application')}
        />
      ) : null}
      {way === 'recovery' ? (
        <CodeForm
          key="recovery"
          label="Code de secours"
          hint="Un de ceux que vous avez gardés. Il ne servira plus ensuite."
          digits={false}
          act="Se connecter"
          faultOf={faultOfRecovery}
          busy={busy}
          onSend={sendCode('recovery')}
        />
      ) : null}
      <div class="row">
        {possible
          .filter(other => other !== way)
          .map(other => (
            <Button key={other} kind="bare" onClick={() => setWay(other)}>
              {WORDS[other]}
            </Button>
          ))}
      </div>
    </>
  );
}
