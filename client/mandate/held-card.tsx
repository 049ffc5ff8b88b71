/** «La procuration», for its holder: where to read what to do, and giving it up. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { loadMe } from '../http/account.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EndDialog } from './end-dialog.tsx';

/** @param chosen nothing is left to give up. */
export function HeldCard({ chosen }: { readonly chosen: boolean }): VNode {
  const [ending, setEnding] = useState(false);
  return (
    <Card title="La procuration">
      <p>
        <a href="/informations#mandataire">Le guide du mandataire</a>
      </p>
      {chosen ? null : (
        <Button kind="edge" onClick={() => setEnding(true)}>
          Renoncer à la procuration…
        </Button>
      )}
      {ending ? (
        <EndDialog
          ending="giveUp"
          onClose={() => setEnding(false)}
          onDone={() => {
            setEnding(false);
            void loadMe();
          }}
        />
      ) : null}
    </Card>
  );
}
