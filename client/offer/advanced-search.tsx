/** «Recherche avancée»: one field for each thing that a post says, each taking several values (M §8). */
import type { VNode } from 'preact';
import { FIELDS, withValue } from '../../machines/offer-search.ts';
import type { Field, OfferSearch } from '../../machines/offer-search.ts';
import { Button } from '../ui/button.tsx';
import { CriterionField } from './criterion-field.tsx';
import type { OfferSource } from './offer-source.ts';
import './criteria.css';

/** What is one and the same for every post of one's own amphitheatre. */
const OF_SEVERAL: readonly Field[] = ['amphitheatre', 'group', 'phase'];

interface AdvancedSearchProps {
  readonly id: string;
  readonly source: OfferSource;
  readonly search: OfferSearch;
  /** What was found so far: «7 services, 8 postes, 1 pourvu». */
  readonly found: string;
  readonly onAsk: (search: OfferSearch) => void;
  /** The fields are a telephone's screen and a half: what they found is below them. */
  readonly onDone: () => void;
}

export const AdvancedSearch = ({ id, source, search, found, onAsk, onDone }: AdvancedSearchProps): VNode => (
  <section id={id} class="criterion-fields" aria-label="Recherche avancée">
    <p class="quiet">
      Entrée ajoute la valeur saisie. Plusieurs valeurs d’un même champ s’additionnent&#8239;; plusieurs
      champs se recoupent.
    </p>
    {FIELDS.filter(field => source.whole || !OF_SEVERAL.includes(field)).map(field => (
      <CriterionField
        key={field}
        field={field}
        values={field === 'state' || field === 'number' ? [] : source.index.values[field]}
        chosen={search.criteria[field] ?? []}
        onAdd={value => onAsk({ ...search, criteria: withValue(search.criteria, field, value), page: 1 })}
      />
    ))}
    <div class="criterion-done">
      <Button kind="edge" icon="list" onClick={onDone}>
        Voir le résultat&nbsp;: {found}
      </Button>
    </div>
  </section>
);
