/** The order of the offer by post: a row of columns where there is room for it, a list of them on a phone. */
import type { VNode } from 'preact';
import type { OfferSearch } from '../../machines/offer-search.ts';
import { SORT_KEYS } from '../../machines/offer-order.ts';
import type { Sort, SortKey } from '../../machines/offer-order.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { Select } from '../ui/select.tsx';
import { useWide } from '../ui/use-wide.ts';
import type { OfferSource } from './offer-source.ts';
import { SORT_WORDS } from '../../machines/offer-words.ts';

interface SortingProps {
  readonly source: OfferSource;
  readonly search: OfferSearch;
  readonly onAsk: (search: OfferSearch) => void;
}

export function Sorting({ source, search, onAsk }: SortingProps): VNode {
  const wide = useWide();
  const keys = SORT_KEYS.filter(key => source.whole || key !== 'amphitheatre');
  const { key, descending } = search.sort;
  const sort = (next: Sort): void => onAsk({ ...search, sort: next, page: 1 });
  if (wide)
    return (
      <div class="offer-columns" role="group" aria-label="Trier par">
        {keys.map(one => (
          <Column key={one} of={one} sort={search.sort} onSort={sort} />
        ))}
      </div>
    );
  return (
    <div class="row offer-sort">
      <Select
        label="Trier par"
        choices={keys.map(one => [one, SORT_WORDS[one]] as const)}
        value={key}
        onChange={next => sort({ key: next, descending })}
      />
      <Button
        kind="edge"
        icon={descending ? 'down' : 'up'}
        onClick={() => sort({ key, descending: !descending })}
      >
        {descending ? 'Décroissant' : 'Croissant'}
      </Button>
    </div>
  );
}

interface ColumnProps {
  readonly of: SortKey;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

/** Pressed once more it is the other way round (M §10.2). */
function Column({ of, sort, onSort }: ColumnProps): VNode {
  const mine = sort.key === of;
  return (
    <button
      type="button"
      aria-pressed={mine}
      onClick={() => onSort({ key: of, descending: mine && !sort.descending })}
    >
      {SORT_WORDS[of]}
      {mine ? <Icon name={sort.descending ? 'down' : 'up'} /> : null}
      {mine ? (
        <span class="hidden-text">{sort.descending ? ', ordre décroissant' : ', ordre croissant'}</span>
      ) : null}
    </button>
  );
}
