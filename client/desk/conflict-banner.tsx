/** «Action non appliquée»: what was not done, who did what before; stays until it is seen. */
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
    kind="refused"
    icon="conflict"
    title={conflict.title}
    acts={
      <>
        <Button kind="stop" onClick={onSeen}>
          J’ai vu
        </Button>
        {onAgain === null ? null : (
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
