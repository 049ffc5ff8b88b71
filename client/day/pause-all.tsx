/** «Mettre tout en pause…» and «Tout reprendre…», where there is something to pause or resume. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { AllSessionsDialog } from '../desk/all-sessions-dialog.tsx';
import type { DaySession } from '../http/answers.ts';
import { Button } from '../ui/button.tsx';

interface PauseAllProps {
  readonly sessions: readonly DaySession[];
  readonly onDone: () => void;
}

export function PauseAll({ sessions, onDone }: PauseAllProps): VNode | null {
  const [asking, setAsking] = useState<'pauseAll' | 'resumeAll' | null>(null);
  const running = sessions.some(({ state }) => state === 'running');
  const paused = sessions.some(({ state }) => state === 'paused');
  if (!running && !paused && asking === null) return null;
  return (
    <div class="row">
      {running ? (
        <Button kind="edge" icon="pause" onClick={() => setAsking('pauseAll')}>
          Mettre tout en pause…
        </Button>
      ) : null}
      {paused ? (
        <Button kind="edge" icon="play" onClick={() => setAsking('resumeAll')}>
          Tout reprendre…
        </Button>
      ) : null}
      {asking === null ? null : (
        <AllSessionsDialog
          kind={asking}
          onClose={() => {
            setAsking(null);
            onDone();
          }}
        />
      )}
    </div>
  );
}
