/** The ten recovery codes, shown once: kept on paper or in a file, then one goes on. */
import type { VNode } from 'preact';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { announce } from '../ui/live-regions.tsx';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly word: string;
  readonly onKept: () => void;
}

export function RecoveryCodes({ codes, word, onKept }: RecoveryCodesProps): VNode {
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(fileOf(codes))}`;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(codes.join('\n'));
      announce('status', 'Codes copiés.');
    } catch {
      announce('alert', 'Copie impossible\u00a0: téléchargez ou imprimez les codes.');
    }
  };
  return (
    <div class="stack">
      <Alert kind="attention" title="Gardez ces codes de secours">
        <p>
          Ils ne seront plus jamais affichés. Chacun ouvre votre compte une fois, si votre téléphone ou votre
          clé est perdu.
        </p>
      </Alert>
      <ul class="recovery-codes">
        {codes.map(code => (
          <li key={code}>
            <code>
              {halvesOf(code).map(half => (
                <span key={half}>{half}</span>
              ))}
            </code>
          </li>
        ))}
      </ul>
      <div class="row">
        <a class="ds-button button button-edge" href={file} download="codes-de-secours.txt">
          <span>Télécharger</span>
        </a>
        <Button kind="edge" onClick={() => void copy()}>
          Copier
        </Button>
        <Button kind="edge" icon="printer" onClick={() => window.print()}>
          Imprimer
        </Button>
      </div>
      <Button wide onClick={onKept}>
        {word}
      </Button>
    </div>
  );
}

/** On a telephone a code takes two lines, each of two groups: broken anywhere else it would be copied wrong. */
const halvesOf = (code: string): readonly string[] => code.match(/(?:\w+-?){1,2}/gu) ?? [code];

const fileOf = (codes: readonly string[]): string =>
  [
    'Codes de secours du compte de gestion, chacun utilisable une fois',
    location.origin,
    '',
    ...codes,
    '',
  ].join('\r\n');
