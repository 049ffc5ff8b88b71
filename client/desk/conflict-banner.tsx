/** «Action non appliquée»: what was not done, who did what before; stays until it is seen. */
import type { VNode } from 'preact';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import type { Conflict } from './conflict.ts';

interface ConflictBannerProps {
  readonly conflict: Conflict;
  readonly onSeen: () => void;
}

export const ConflictBanner = ({ conflict, onSeen }: ConflictBannerProps): VNode => (
  <Alert
    kind="refused"
    icon="conflict"
    title={conflict.title}
    acts={
      <Button kind="stop" onClick={onSeen}>
        J’ai vu
      </Button>
    }
  >
    <p>{conflict.text}</p>
  </Alert>
);
