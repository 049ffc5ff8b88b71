/** The offer with its search: words, filters, by service or by post, what is asked for in chips, and the rows. */
import type { ComponentChildren, VNode } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import { EVERYTHING, found, isNarrowed, valuesSet } from '../../machines/offer-search.ts';
import type { FilledFilter, Grouping } from '../../machines/offer-search.ts';
import { DownloadOffer } from '../documents/download-offer.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { number } from '../ui/format.ts';
import { Segmented } from '../ui/segmented.tsx';
import { AdvancedSearch } from './advanced-search.tsx';
import { Criteria } from './criteria.tsx';
import { Posts, Services } from './offer-lists.tsx';
import { postOf } from './offer-source.ts';
import type { OfferSource } from './offer-source.ts';
import { PostSheet } from './post-sheet.tsx';
import { SavedSearches } from './saved-searches.tsx';
import { foundWords, printedWords } from './search-words.ts';
import { Sorting } from './sorting.tsx';
import { useSearch } from './use-search.ts';
import { WordsField } from './words-field.tsx';
import './offer.css';
import './offer-row.css';
import './offer-choose.css';

const FILTERS = [
  ['all', 'Tous'],
  ['vacant', 'Non pourvus'],
  ['filled', 'Pourvus'],
] as const satisfies readonly (readonly [FilledFilter, string])[];

const GROUPINGS = [
  ['service', 'Par service'],
  ['post', 'Afficher par poste'],
] as const satisfies readonly (readonly [Grouping, string])[];

interface OfferViewProps {
  readonly source: OfferSource;
  readonly title: string;
  /** What can be downloaded of it: of one amphitheatre, or (null) of the semester; left out: nothing, in a rehearsal. */
  readonly documents?: { readonly amphitheatre: number | null };
  /** Under the search: what the page adds to it. */
  readonly children?: ComponentChildren;
}

export function OfferView({ source, title, documents, children }: OfferViewProps): VNode {
  const { search, key, ignored, ask, type } = useSearch();
  const [advanced, setAdvanced] = useState(false);
  const id = useId();
  const { index, states } = source;
  const result = useMemo(() => found(index, states, search), [index, states, key]);
  const set = valuesSet(search);
  // The same element is not drawn again: neither for the address that follows what is typed, nor for what is around it.
  const rows = useMemo(() => {
    const list = { source, search, asked: key, found: result, onAsk: ask };
    return search.grouping === 'service' ? <Services {...list} /> : <Posts {...list} />;
  }, [source, search, key, result, ask]);
  return (
    <section class="offer" id="offre" tabIndex={-1} aria-labelledby="offre-titre">
      <div class="split">
        <h2 id="offre-titre">{title}</h2>
        <span class="quiet digits">
          {number(source.filled)} {source.filled < 2 ? 'pourvu' : 'pourvus'} / {number(source.offered)}
        </span>
      </div>
      {ignored.length === 0 ? null : (
        <Alert kind="attention" title="Une partie de l’adresse n’a pas été comprise">
          <p>
            Sans effet&nbsp;: {ignored.join(', ')}. Le reste de la recherche est en place&#8239;; complétez-la
            ci-dessous.
          </p>
        </Alert>
      )}
      <div class="offer-search">
        <WordsField words={search.words} onWords={type} />
        <Button
          kind={set > 0 ? 'plain' : 'edge'}
          icon="adjust"
          aria-expanded={advanced}
          aria-controls={id}
          onClick={() => setAdvanced(!advanced)}
        >
          Recherche avancée{set === 0 ? '' : ` (${set})`}
        </Button>
      </div>
      {advanced ? (
        <AdvancedSearch
          id={id}
          source={source}
          search={search}
          found={foundWords(result)}
          onAsk={ask}
          onDone={() => {
            setAdvanced(false);
            document.getElementById('offre')?.focus();
          }}
        />
      ) : null}
      <Criteria search={search} onAsk={ask} />
      <div class="row">
        <Segmented
          label="État des postes"
          choices={FILTERS}
          value={search.filled}
          onChange={filled => ask({ ...search, filled, page: 1 })}
        />
        <Segmented
          label="Présentation"
          choices={GROUPINGS}
          value={search.grouping}
          onChange={grouping => ask({ ...search, grouping, page: 1 })}
        />
        <SavedSearches source={source} search={search} onAsk={ask} />
      </div>
      {children}
      {search.only === null ? null : (
        <div class="row offer-only">
          <span>Un seul service est affiché.</span>
          <Button kind="edge" onClick={() => ask({ ...EVERYTHING, size: search.size })}>
            Voir tous les postes
          </Button>
        </div>
      )}
      {isNarrowed(search) ? <p class="quiet digits offer-found">{foundWords(result)}</p> : null}
      {search.grouping === 'post' ? <Sorting source={source} search={search} onAsk={ask} /> : null}
      <p class="print-only">{printedWords(search)}</p>
      {rows}
      {documents === undefined ? null : <DownloadOffer {...documents} search={search} />}
      <PostSheet find={post => postOf(source, post)} whole={source.whole} />
    </section>
  );
}
