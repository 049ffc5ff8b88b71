/** Before and after: nothing where there is one page. */
import type { VNode } from 'preact';
import { Button } from '../ui/button.tsx';

interface PageTurnerProps {
  readonly page: number;
  readonly pages: number;
  readonly onTurn: (page: number) => void;
}

export function PageTurner({ page, pages, onTurn }: PageTurnerProps): VNode | null {
  if (pages < 2) return null;
  return (
    <nav class="row" aria-label="Pages">
      {page > 1 ? (
        <Button kind="edge" icon="chevronLeft" onClick={() => onTurn(page - 1)}>
          Précédente
        </Button>
      ) : null}
      <span class="digits">
        Page {page} sur {pages}
      </span>
      {page < pages ? (
        <Button kind="edge" icon="chevronRight" onClick={() => onTurn(page + 1)}>
          Suivante
        </Button>
      ) : null}
    </nav>
  );
}
