/** Which rows of the offer are shown: filter, words searched, page. Order never changes: it is the directory's. Pure. */
import { folded } from '../ui/format.ts';
import type { OfferLine, OfferPost, OfferService } from './offer.ts';

export type FilledFilter = 'all' | 'vacant' | 'filled';

export interface OfferQuery {
  readonly filter: FilledFilter;
  readonly words: string;
}

export const PAGE_SIZES = [25, 50, 100] as const;
export type PageSize = (typeof PAGE_SIZES)[number];

export interface PostRow {
  readonly service: OfferService;
  readonly line: OfferLine;
  readonly post: OfferPost;
}

export function servicesShown(offer: readonly OfferService[], query: OfferQuery): readonly OfferService[] {
  const words = wordsOf(query.words);
  return offer.filter(
    one =>
      matchesFilled(query.filter, one.state.filled < one.state.offered) &&
      matches(textOf(one, one.lines), words),
  );
}

export function postsShown(offer: readonly OfferService[], query: OfferQuery): readonly PostRow[] {
  const words = wordsOf(query.words);
  return offer.flatMap(service =>
    service.lines.flatMap(line =>
      line.posts
        .filter(
          post =>
            matchesFilled(query.filter, !post.filled && !post.blocked) &&
            matches(`${textOf(service, [line])} ${folded(post.post.number)}`, words),
        )
        .map(post => ({ service, line, post })),
    ),
  );
}

export interface Paged<Row> {
  readonly rows: readonly Row[];
  /** From 1; within 1…pages whatever was asked for. */
  readonly page: number;
  readonly pages: number;
  /** Of the first and last row, from 1; 0 where there is none. */
  readonly from: number;
  readonly to: number;
  readonly total: number;
}

export function paged<Row>(rows: readonly Row[], page: number, size: PageSize): Paged<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const present = Math.min(Math.max(1, page), pages);
  const start = (present - 1) * size;
  const part = rows.slice(start, start + size);
  return {
    rows: part,
    page: present,
    pages,
    from: part.length === 0 ? 0 : start + 1,
    to: start + part.length,
    total: rows.length,
  };
}

function matchesFilled(filter: FilledFilter, vacant: boolean): boolean {
  return filter === 'all' || (filter === 'vacant') === vacant;
}

const wordsOf = (words: string): readonly string[] => folded(words).split(/\s+/u).filter(Boolean);

const matches = (text: string, words: readonly string[]): boolean => words.every(word => text.includes(word));

function textOf({ service }: OfferService, lines: readonly OfferLine[]): string {
  const { name, head, establishment, city, department } = service;
  const ofLines = lines.flatMap(({ accreditation, earmark }) => [accreditation, earmark ?? '']);
  return folded([name, head, establishment, city, department, ...ofLines].join(' '));
}
