/** An application that shows codes: its square to scan, or the key to type, then its first code. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { OfferedApplication } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Loading } from '../ui/loading.tsx';
import { CodeForm, faultOfDigits } from './code-form.tsx';
import { QrCode } from './qr-code.tsx';

interface EnrolApplicationProps {
  readonly busy: boolean;
  readonly onCode: (code: string) => void;
}

const OPTIONS = '/login/second/enrol/application/options';

export function EnrolApplication({ busy, onCode }: EnrolApplicationProps): VNode {
  const [offered, setOffered] = useState<OfferedApplication | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const answer = await call<OfferedApplication>(OPTIONS, { method: 'POST' });
      if (answer.kind === 'ok') setOffered(answer.value);
      else setTrouble(textOf(answer));
    };
    void ask();
  }, []);
  if (trouble !== null)
    return (
      <Alert kind="refused" title="Application non proposée">
        <p>{trouble}</p>
      </Alert>
    );
  if (offered === null) return <Loading lines={4} />;
  return (
    <div class="stack">
      <p>
        Dans une application d’authentification (FreeOTP, Aegis, Google Authenticator, Microsoft
        Authenticator…), scannez ce carré.
      </p>
      <QrCode text={offered.uri} label="Carré à scanner avec l’application" />
      <p>
        Ou recopiez cette clé{'\u00a0'}: <code class="secret-key">{inGroups(offered.secret)}</code>
      </p>
      <CodeForm
        label="Premier code de l’application"
        hint="Six chiffres, valables 30 secondes."
        digits
        act="Enregistrer cette application"
        faultOf={faultOfDigits}
        busy={busy}
        onSend={onCode}
      />
    </div>
  );
}

const inGroups = (secret: string): string => secret.match(/.{1,4}/gu)?.join(' ') ?? secret;
