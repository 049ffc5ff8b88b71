/** A search that finds nothing: what to change, and the way back to the whole list. */
import type { VNode } from 'preact';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/loading.tsx';

interface NothingProps {
  /** «Aucun établissement ne correspond». */
  readonly what: string;
  readonly onAll: () => void;
}

export const Nothing = ({ what, onAll }: NothingProps): VNode => (
  <Empty icon="search" title={`${what} à cette recherche`}>
    <p>Changez un mot ou effacez-en&nbsp;: chaque mot saisi doit se trouver dans la ligne.</p>
    <Button kind="edge" onClick={onAll}>
      Tout montrer
    </Button>
  </Empty>
);
