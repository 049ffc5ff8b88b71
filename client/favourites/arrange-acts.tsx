/** What a row of the favourites opens on: to move it in words, to see its posts, to take it away. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ServiceId } from '../../machines/ids.ts';
import { ServiceLines } from '../offer/service-lines.tsx';
import { Button } from '../ui/button.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import type { FavouriteRow } from './favourite-rows.ts';
import { rowTitle } from './favourite-words.ts';
import { useFavourites } from './use-favourites.ts';

interface ArrangeActsProps {
  readonly row: FavouriteRow;
  readonly of: number;
  readonly arranges: boolean;
  readonly onMove: (to: number, pressed: Element) => void;
  /** Shows the service in the offer below; null where there is none: its posts are shown here. */
  readonly onSeeAll: ((service: ServiceId) => void) | null;
}

export function ArrangeActs({ row, of, arranges, onMove, onSeeAll }: ArrangeActsProps): VNode {
  const favourites = useFavourites();
  const [whole, setWhole] = useState(false);
  const { number, service, lines, single } = row;
  const title = rowTitle(row);
  const others = service.lines.flatMap(({ posts }) => posts).length > lines.flatMap(one => one.posts).length;
  const step = (act: 'up' | 'down' | 'head', to: number, icon: IconName, word: string): VNode | null =>
    !arranges || to < 1 || to > of || to === number ? null : (
      <Button kind="edge" icon={icon} data-act={act} onClick={event => onMove(to, event.currentTarget)}>
        {word}
        <span class="hidden-text">&nbsp;: {title}</span>
      </Button>
    );
  return (
    <div class="arrange-inside">
      {onSeeAll === null ? <ServiceLines row={service} lines={whole ? service.lines : lines} /> : null}
      <div class="arrange-acts">
        {step('up', number - 1, 'up', 'Monter')}
        {step('down', number + 1, 'down', 'Descendre')}
        {step('head', 1, 'toTop', 'En tête')}
        {onSeeAll !== null ? (
          <Button kind="bare" icon="hospital" onClick={() => onSeeAll(service.service.id)}>
            Voir tous les postes de ce service
          </Button>
        ) : others ? (
          <Button kind="bare" icon="hospital" aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole && single ? 'Voir ce poste seul' : 'Voir tous les postes de ce service'}
          </Button>
        ) : null}
        {arranges ? (
          <Button kind="bare" icon="trash" onClick={() => favourites.change({ kind: 'remove', of: row.of })}>
            Retirer<span class="hidden-text"> de mes favoris&nbsp;: {title}</span>
          </Button>
        ) : null}
      </div>
    </div>
  );
}
