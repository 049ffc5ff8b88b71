/** The offer as it is searched, every row of it, to keep or to print: written by the worker like every other document. */
import type { VNode } from 'preact';
import { savedQuery } from '../../machines/offer-address.ts';
import type { OfferSearch } from '../../machines/offer-search.ts';
import { DownloadLink } from './download-link.tsx';

interface DownloadOfferProps {
  /** Null: the whole semester. */
  readonly amphitheatre: number | null;
  readonly search: OfferSearch;
}

export function DownloadOffer({ amphitheatre, search }: DownloadOfferProps): VNode {
  const path = (format: string): string => {
    const query = new URLSearchParams();
    if (amphitheatre !== null) query.set('amphitheatre', String(amphitheatre));
    query.set('search', savedQuery(search));
    return `/documents/offer/${format}?${query.toString()}`;
  };
  return (
    <div class="row no-print">
      <DownloadLink path={path('pdf')}>Télécharger en PDF</DownloadLink>
      <DownloadLink path={path('csv')}>Télécharger en CSV</DownloadLink>
    </div>
  );
}
