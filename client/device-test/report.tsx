/** The results as a text to copy: for the ARS's support on the telephone, without anything of the person. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { clockTime } from '../../machines/french-time.ts';
import { Button } from '../ui/button.tsx';
import { dayAndYear } from '../ui/format.ts';
import { announce } from '../ui/live-regions.tsx';
import { reportText, summaryOf } from './check.ts';
import type { Checks } from './check.ts';

interface ReportProps {
  readonly checks: Checks;
  readonly browser: string;
}

export function Report({ checks, browser }: ReportProps): VNode | null {
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  if (summaryOf(checks).kind === 'waiting') return null;
  const now = Date.now();
  const text = reportText(checks, { at: `${dayAndYear(now)}, ${clockTime(now)}, heure de Paris`, browser });
  const copy = async (): Promise<void> => {
    const written = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied(written ? 'yes' : 'refused');
    announce('status', written ? 'Résultats copiés.' : 'Copie refusée par le navigateur.');
  };
  return (
    <details class="report">
      <summary>Résultats à dicter ou à envoyer à l’ARS</summary>
      <pre tabIndex={0} role="region" aria-label="Résultats">
        {text}
      </pre>
      <p class="small quiet">
        Ni votre nom, ni votre adresse&nbsp;: ce que l’appareil sait faire, et rien d’autre.
      </p>
      <div class="row">
        <Button kind="edge" icon="list" onClick={() => void copy()}>
          Copier les résultats
        </Button>
        {copied === 'yes' ? <span>Copiés.</span> : null}
        {copied === 'refused' ? <span>Copie refusée&nbsp;: sélectionnez le texte ci-dessus.</span> : null}
      </div>
    </details>
  );
}
