/** «Action non appliquée»: what was not done, who did what before; stays until it is seen. «Réponse attendue» until it is there. */
import type { VNode } from 'preact';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import type { Conflict } from './conflict.ts';

interface ConflictBannerProps {
  readonly conflict: Conflict;
  readonly onSeen: () => void;
  /** Null: as things are now the act can no longer be taken. */
  readonly onAgain: (() => void) | null;
}

export const ConflictBanner = ({ conflict, onSeen, onAgain }: ConflictBannerProps): VNode => (
  <Alert
    {...(conflict.kind === 'waits'
      ? { kind: 'attention' as const }
      : { kind: 'refused' as const, icon: 'conflict' as const })}
    title={conflict.title}
    acts={
      <>
        <Button kind={conflict.kind === 'waits' ? 'edge' : 'stop'} onClick={onSeen}>
          J’ai vu
        </Button>
        {onAgain === null || conflict.kind === 'waits' ? null : (
          <Button kind="edge" onClick={onAgain}>
            Recommencer…
          </Button>
        )}
      </>
    }
  >
    <p>{conflict.text}</p>
  </Alert>
);
