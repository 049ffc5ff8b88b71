/** The French words of a search: its fields, their values, the columns one sorts by, what it found. Pure. */
import type { Field, Found, Grouping, OfferSearch, PostState } from '../../machines/offer-search.ts';
import { ANY, NONE } from '../../machines/offer-search.ts';
import type { SortKey } from '../../machines/offer-order.ts';
import { plural } from '../ui/format.ts';

export const FIELD_WORDS: Readonly<Record<Field, string>> = {
  department: 'Département',
  city: 'Ville',
  establishment: 'Établissement',
  service: 'Service',
  head: 'Chef de service',
  accreditation: 'Agrément',
  reservedFor: 'Réservation',
  earmark: 'Fléchage',
  state: 'État',
  number: 'Numéro de poste',
  amphitheatre: 'Amphithéâtre',
  group: 'Groupe de spécialités',
  phase: 'Phase',
};

export const SORT_WORDS: Readonly<Record<SortKey, string>> = {
  department: 'Département',
  establishment: 'Établissement',
  city: 'Ville',
  service: 'Service',
  head: 'Chef de service',
  number: 'Numéro',
  accreditation: 'Agrément',
  reservedFor: 'Réservation',
  earmark: 'Fléchage',
  amphitheatre: 'Amphithéâtre',
  state: 'État',
};

const STATE_WORDS: Readonly<Record<PostState, string>> = {
  libre: 'Libre',
  pourvu: 'Pourvu',
  retire: 'Retiré de l’offre',
  possible: 'Possible pour moi',
};

/** Values that stand for a meaning, and not for themselves. */
const MEANINGS: Readonly<Partial<Record<Field, Readonly<Record<string, string>>>>> = {
  state: STATE_WORDS,
  reservedFor: { [NONE]: 'Sans réservation', [ANY]: 'Réservé, quel que soit le DES' },
  earmark: { [NONE]: 'Sans fléchage', [ANY]: 'Avec un fléchage' },
};

export const valueWords = (field: Field, value: string): string => MEANINGS[field]?.[value] ?? value;

/** What a field suggests beside the texts of the offer, as [value, words]. */
export const meaningsOf = (field: Field): readonly (readonly [string, string])[] =>
  Object.entries(MEANINGS[field] ?? {});

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
