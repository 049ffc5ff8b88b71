/** The rows of the offer, by service or by post, a page at a time; they do not move under a finger. */
import type { VNode } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { EVERYTHING, isNarrowed, PAGE_SIZES } from '../../machines/offer-search.ts';
import type { Found, OfferSearch } from '../../machines/offer-search.ts';
import { Button } from '../ui/button.tsx';
import { number } from '../ui/format.ts';
import { Empty } from '../ui/loading.tsx';
import { PageTurner } from '../ui/page-turner.tsx';
import { useGrowing } from '../ui/use-growing.ts';
import { useHeld } from '../ui/use-held.ts';
import { usePrinting } from '../ui/use-printing.ts';
import { departmentSums } from './department-sums.ts';
import type { Seats } from './department-sums.ts';
import { departmentTitle } from '../../machines/departments.ts';
import { postAt } from './offer-source.ts';
import type { OfferSource } from './offer-source.ts';
import { paged } from './paged.ts';
import type { Paged } from './paged.ts';
import { PostItem } from './post-item.tsx';
import { countWords } from './search-words.ts';
import { ServiceItem } from './service-item.tsx';
import { useSpokenCount } from './use-spoken-count.ts';

const AT_ONCE = 3; // rows: what a phone shows beside its keyboard
const MOST_PRINTED = 1_000; // rows: more of them is for the document that the worker writes

interface ListProps {
  readonly source: OfferSource;
  readonly search: OfferSearch;
  /** What was asked for, whole: while it is the same, rows keep their places. */
  readonly asked: string;
  readonly found: Found;
  readonly onAsk: (search: OfferSearch) => void;
}

export function Services(props: ListProps): VNode {
  const { source, found } = props;
  const { rows, hold, turner } = usePage(props, found.services, source.index.services);
  const seatsIn = useMemo(
    () => departmentSums(source.index, source.states, found),
    [source.index, source.states, found],
  );
  if (rows.length === 0) return <NothingFound {...props} />;
  return (
    <>
      <ul class="offer-list" {...hold}>
        {rows.map((place, at) => {
          const row = source.service(place);
          if (row === null) return null;
          const { department } = row.service;
          const before = rows[at - 1];
          const first = before === undefined || source.service(before)?.service.department !== department;
          return (
            <li key={place}>
              {first ? (
                <Department title={departmentTitle(department)} {...seatsIn(departmentTitle(department))} />
              ) : null}
              <ServiceItem row={row} />
            </li>
          );
        })}
      </ul>
      {turner}
    </>
  );
}

/** The heading of a department, with the seats of all its services that were found. */
const Department = ({ title, filled, offered }: Seats & { readonly title: string }): VNode => (
  <div class="offer-department">
    <h3>{title}</h3>
    <span class="digits">
      {number(filled)} / {number(offered)}
      <span class="hidden-text"> {filled < 2 ? 'pourvu' : 'pourvus'}</span>
    </span>
  </div>
);

export function Posts(props: ListProps): VNode {
  const { source, found } = props;
  const { rows, hold, turner } = usePage(props, found.posts, source.index.posts.length);
  if (rows.length === 0) return <NothingFound {...props} />;
  return (
    <>
      <ul class="offer-list" {...hold}>
        {rows.map(place => {
          const row = postAt(source, place);
          return row === null ? null : (
            <li key={place}>
              <PostItem row={row} />
            </li>
          );
        })}
      </ul>
      {turner}
    </>
  );
}

/** @param places found, in order. @param count how many places there are at all. */
function usePage({ search, asked, onAsk }: ListProps, places: Uint32Array, count: number) {
  const { page, size, grouping } = search;
  const found = useMemo(() => Array.from(places), [places]);
  const all = useMemo(() => Array.from({ length: count }, (_, place) => place), [count]);
  const { rows, hold } = useHeld(found, all, place => place, asked);
  const printing = usePrinting();
  const part = printing ? paged(rows, 1, MOST_PRINTED) : paged(rows, page, size);
  const what = countWords(grouping, part.total);
  useSpokenCount(asked, part.total === 0 ? 'Rien ne correspond.' : `${part.from} à ${part.to} sur ${what}.`);
  const grown = useGrowing(part.rows.length, asked, AT_ONCE);
  const shown = printing ? part.rows.length : grown;
  const list = useRef<HTMLUListElement>(null);
  const turner = printing ? (
    <Printed {...part} what={what} />
  ) : (
    <PageTurner
      {...part}
      size={size}
      sizes={PAGE_SIZES}
      what={what}
      onPage={next => {
        onAsk({ ...search, page: next });
        list.current?.scrollIntoView({ block: 'start' }); // it is read from its beginning
      }}
      onSize={next => onAsk({ ...search, size: next, page: 1 })}
    />
  );
  return { rows: part.rows.slice(0, shown), hold: { ...hold, ref: list }, turner };
}

/** Under the rows on paper. */
const Printed = ({
  to,
  total,
  what,
}: Pick<Paged<unknown>, 'to' | 'total'> & { readonly what: string }): VNode => (
  <p>
    {to < total
      ? `Les ${to} premiers sur ${what}\u00a0: la liste entière se télécharge en PDF ou CSV.`
      : `${what}.`}
  </p>
);

function NothingFound({ search, onAsk }: Pick<ListProps, 'search' | 'onAsk'>): VNode {
  const { grouping, sort, size } = search;
  return (
    <Empty icon="search" title={isNarrowed(search) ? 'Rien ne correspond' : 'Aucun poste pour l’instant'}>
      {isNarrowed(search) ? (
        <>
          <p>Changez les mots cherchés, retirez un critère ou un filtre.</p>
          <Button kind="edge" onClick={() => onAsk({ ...EVERYTHING, grouping, sort, size })}>
            Voir tous les postes
          </Button>
        </>
      ) : (
        <p>L’offre paraît ici dès sa publication par l’ARS.</p>
      )}
    </Empty>
  );
}
