/** What is asked for, value by value, each with a cross: OR within a field, AND between fields. */
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { EVERYTHING, FIELDS, valuesSet, withoutValue } from '../../machines/offer-search.ts';
import type { OfferSearch } from '../../machines/offer-search.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { announce } from '../ui/live-regions.tsx';
import { FIELD_WORDS, valueWords } from '../../machines/offer-words.ts';
import './criteria.css';

interface CriteriaProps {
  readonly search: OfferSearch;
  readonly onAsk: (search: OfferSearch) => void;
}

export function Criteria({ search, onAsk }: CriteriaProps): VNode | null {
  const group = useRef<HTMLDivElement>(null);
  if (valuesSet(search) === 0) return null;
  const { filled, grouping, sort, size } = search;
  return (
    <div class="criteria" role="group" aria-label="Critères de la recherche" tabIndex={-1} ref={group}>
      {FIELDS.flatMap(field =>
        (search.criteria[field] ?? []).map(value => {
          const words = `${FIELD_WORDS[field]}\u00a0: ${valueWords(field, value)}`;
          return (
            <button
              key={`${field} ${value}`}
              type="button"
              class="criterion"
              aria-label={`Retirer le critère ${words}`}
              title="Retirer ce critère"
              onClick={() => {
                group.current?.focus(); // the chip goes: the focus stays beside the others
                announce('status', `Critère retiré\u00a0: ${words}.`);
                onAsk({ ...search, criteria: withoutValue(search.criteria, field, value), page: 1 });
              }}
            >
              <span>{words}</span>
              <Icon name="close" />
            </button>
          );
        }),
      )}
      <Button kind="bare" onClick={() => onAsk({ ...EVERYTHING, filled, grouping, sort, size })}>
        Tout effacer
      </Button>
    </div>
  );
}
