/** What a search found, in words, and a name to keep it under. Pure. */
import type { Field, Found, Grouping, OfferSearch } from '../../machines/offer-search.ts';
import { askedWords, valueWords } from '../../machines/offer-words.ts';
import { plural } from '../ui/format.ts';

/** «38 services, 96 postes, 41 pourvus». */
export function foundWords({ services, posts, filled }: Found): string {
  return [
    plural(services.length, 'service', 'services'),
    plural(posts.length, 'poste', 'postes'),
    plural(filled, 'pourvu', 'pourvus'),
  ].join(', ');
}

export const countWords = (grouping: Grouping, count: number): string =>
  grouping === 'service' ? plural(count, 'service', 'services') : plural(count, 'poste', 'postes');

/** A name to begin with: the words or the first values, as one would write them. */
export function nameFor({ words, criteria, filled }: OfferSearch): string {
  const values = Object.entries(criteria).flatMap(([field, some]) =>
    some.map(value => valueWords(field as Field, value)),
  );
  const state = filled === 'all' ? [] : [filled === 'vacant' ? 'non pourvus' : 'pourvus'];
  return [words.trim(), ...values, ...state].filter(Boolean).join(', ').slice(0, 80).trim();
}

/** On paper: what the page shows was asked for. */
export function printedWords(search: OfferSearch): string {
  const asked = askedWords(search);
  return asked.length === 0 ? 'Toute l’offre publiée.' : `Recherche\u00a0– ${asked.join('\u202f; ')}.`;
}
