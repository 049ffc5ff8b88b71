/** Posts against people: the rate, in which order the amphitheatres stand, and all of them together. Pure. */
import type { AdequacyRow } from '../http/answers.ts';

export type AdequacyOrder = 'title' | 'lowest' | 'highest' | 'posts' | 'people';

export const ADEQUACY_ORDERS: readonly (readonly [AdequacyOrder, string])[] = [
  ['title', 'Amphithéâtre'],
  ['lowest', 'Taux, le plus bas d’abord'],
  ['highest', 'Taux, le plus haut d’abord'],
  ['posts', 'Postes offerts, le plus d’abord'],
  ['people', 'Internes, le plus d’abord'],
];

/** Null where nobody is to choose: there is no rate. */
export const rateOf = ({ posts, people }: Pick<AdequacyRow, 'posts' | 'people'>): number | null =>
  people === 0 ? null : posts / people;

const PERCENT = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** «104,2 %», cut rather than rounded, so that 99,97 % never reads 100 %; «–» where there is none. */
export function rateText(rate: number | null): string {
  return rate === null ? '–' : `${PERCENT.format(Math.floor(rate * 1_000 + 1e-6) / 10)}\u00a0%`;
}

/** In words what the rate says, so that nobody has to read it from a number alone. */
export function rateWords({ posts, people }: Pick<AdequacyRow, 'posts' | 'people'>): string {
  if (people === 0) return 'personne à placer';
  if (posts === people) return 'autant de postes que d’internes';
  const more = Math.abs(posts - people);
  const word = more < 2 ? 'poste' : 'postes';
  return posts > people ? `${more}\u00a0${word} de plus que d’internes` : `il manque ${more}\u00a0${word}`;
}

const compare = (order: AdequacyOrder): ((a: AdequacyRow, b: AdequacyRow) => number) => {
  switch (order) {
    case 'title':
      return () => 0; // as the server has them: by group, then phase
    case 'lowest':
      return (a, b) => (rateOf(a) ?? Infinity) - (rateOf(b) ?? Infinity);
    case 'highest':
      return (a, b) => (rateOf(b) ?? -Infinity) - (rateOf(a) ?? -Infinity);
    case 'posts':
      return (a, b) => b.posts - a.posts;
    case 'people':
      return (a, b) => b.people - a.people;
    default:
      return order satisfies never;
  }
};

export const sorted = (rows: readonly AdequacyRow[], order: AdequacyOrder): readonly AdequacyRow[] =>
  [...rows].sort(compare(order));

export const together = (rows: readonly AdequacyRow[]): Pick<AdequacyRow, 'posts' | 'people'> => ({
  posts: rows.reduce((sum, { posts }) => sum + posts, 0),
  people: rows.reduce((sum, { people }) => sum + people, 0),
});
