/** The offer of the amphitheatre: search, filters, by service or by post, pages; rows that do not move under a finger. */
import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { plural, number } from '../ui/format.ts';
import { Empty, Loading } from '../ui/loading.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { PageTurner } from '../ui/page-turner.tsx';
import { departmentTitle } from './departments.ts';
import { PAGE_SIZES, paged, postsShown, servicesShown } from './offer-filter.ts';
import type { FilledFilter, PageSize, PostRow } from './offer-filter.ts';
import type { OfferService } from './offer.ts';
import { PostItem } from './post-item.tsx';
import { useRoom } from './room-context.ts';
import { ServiceItem } from './service-item.tsx';
import { useHeld } from './use-held.ts';
import './offer.css';
import './offer-row.css';

type Grouping = 'service' | 'post';

const FILTERS = [
  ['all', 'Tous'],
  ['vacant', 'Non pourvus'],
  ['filled', 'Pourvus'],
] as const satisfies readonly (readonly [FilledFilter, string])[];

const GROUPINGS = [
  ['service', 'Par service'],
  ['post', 'Par poste'],
] as const satisfies readonly (readonly [Grouping, string])[];

const ALL = { filter: 'all', words: '' } as const;

export function Offer(): VNode {
  const { offer } = useRoom();
  const [filter, setFilter] = useState<FilledFilter>('all');
  const [words, setWords] = useState('');
  const [grouping, setGrouping] = useState<Grouping>('service');
  const [page, setPage] = useState(1);
  const [size, setSize] = useState<PageSize>(PAGE_SIZES[0]);
  const asked = JSON.stringify([filter, words, grouping, page, size]);
  const fromFirst =
    <Value,>(set: (value: Value) => void) =>
    (value: Value): void => {
      set(value);
      setPage(1);
    };
  if (offer.value === null) return <Loading lines={8} />;
  const rows: ListProps = {
    offer: offer.value,
    filter,
    words,
    asked,
    page,
    size,
    onPage: setPage,
    onSize: fromFirst(setSize),
  };
  const seats = offer.value.map(({ state }) => state);
  const filled = seats.reduce((sum, state) => sum + state.filled, 0);
  const offered = seats.reduce((sum, state) => sum + state.offered, 0);
  return (
    <section class="offer" id="offre" tabIndex={-1} aria-labelledby="offre-titre">
      <div class="split">
        <h2 id="offre-titre">Offre de l’amphithéâtre</h2>
        <span class="quiet digits">
          {number(filled)} {filled < 2 ? 'pourvu' : 'pourvus'} / {number(offered)}
        </span>
      </div>
      <SearchField
        label="Chercher dans l’offre"
        placeholder="Service, hôpital, chef…"
        value={words}
        onInput={fromFirst(setWords)}
      />
      <div class="row">
        <Segmented label="État des postes" choices={FILTERS} value={filter} onChange={fromFirst(setFilter)} />
        <Segmented
          label="Présentation"
          choices={GROUPINGS}
          value={grouping}
          onChange={fromFirst(setGrouping)}
        />
      </div>
      {grouping === 'service' ? <Services {...rows} /> : <Posts {...rows} />}
    </section>
  );
}

interface ListProps {
  readonly offer: readonly OfferService[];
  readonly filter: FilledFilter;
  readonly words: string;
  readonly asked: string;
  readonly page: number;
  readonly size: PageSize;
  readonly onPage: (page: number) => void;
  readonly onSize: (size: PageSize) => void;
}

function Services({ offer, filter, words, asked, page, size, onPage, onSize }: ListProps): VNode {
  const found = useMemo(() => servicesShown(offer, { filter, words }), [offer, filter, words]);
  const { rows, hold } = useHeld(found, offer, ({ service }) => service.id, asked);
  const part = paged(rows, page, size);
  if (part.total === 0) return <NothingFound />;
  return (
    <>
      <ul class="offer-list" {...hold}>
        {part.rows.map((row, place) => {
          const department = row.service.department;
          const first = part.rows[place - 1]?.service.department !== department;
          return (
            <li key={row.service.id}>
              {first ? <h3 class="offer-department">{departmentTitle(department)}</h3> : null}
              <ServiceItem row={row} />
            </li>
          );
        })}
      </ul>
      <PageTurner
        {...part}
        size={size}
        sizes={PAGE_SIZES}
        what={plural(part.total, 'service', 'services')}
        onPage={onPage}
        onSize={onSize}
      />
    </>
  );
}

const everyPost = (offer: readonly OfferService[]): readonly PostRow[] => postsShown(offer, ALL);

function Posts({ offer, filter, words, asked, page, size, onPage, onSize }: ListProps): VNode {
  const found = useMemo(() => postsShown(offer, { filter, words }), [offer, filter, words]);
  const all = useMemo(() => everyPost(offer), [offer]);
  const { rows, hold } = useHeld(found, all, ({ post }) => post.post.id, asked);
  const part = paged(rows, page, size);
  if (part.total === 0) return <NothingFound />;
  return (
    <>
      <ul class="offer-list" {...hold}>
        {part.rows.map(row => (
          <li key={row.post.post.id}>
            <PostItem row={row} />
          </li>
        ))}
      </ul>
      <PageTurner
        {...part}
        size={size}
        sizes={PAGE_SIZES}
        what={plural(part.total, 'poste', 'postes')}
        onPage={onPage}
        onSize={onSize}
      />
    </>
  );
}

const NothingFound = (): VNode => (
  <Empty icon="search" title="Rien ne correspond">
    <p>Changez les mots cherchés ou le filtre.</p>
  </Empty>
);
