/** What became of a change of one's account, above its button. */
import type { VNode } from 'preact';
import { Alert } from '../ui/alert.tsx';
import type { Change } from './use-change.ts';

export const ChangeNote = ({ change: { trouble, done } }: { readonly change: Change }): VNode | null => {
  if (trouble !== null)
    return (
      <Alert kind="refused" title="Rien n’a changé">
        <p>{trouble}</p>
      </Alert>
    );
  return done === null ? null : <Alert kind="done" title={done} />;
};
