/** The French words of a search: its fields, their values, the columns one sorts by. Pure. */
import { ANY, NONE } from './offer-search.ts';
import type { Field, OfferSearch, PostState } from './offer-search.ts';
import type { SortKey } from './offer-order.ts';

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

/** All that narrows the offer, a sentence part each: «Mots cherchés : cardio», «Ville : Paris ou Créteil». */
export function askedWords({
  words,
  filled,
  criteria,
}: Pick<OfferSearch, 'words' | 'filled' | 'criteria'>): readonly string[] {
  return [
    ...(words.trim() === '' ? [] : [`Mots cherchés\u00a0: ${words.trim()}`]),
    ...Object.entries(criteria).map(([field, values]) => {
      const known = field as Field;
      return `${FIELD_WORDS[known]}\u00a0: ${values.map(value => valueWords(known, value)).join(' ou ')}`;
    }),
    ...(filled === 'all' ? [] : [filled === 'vacant' ? 'Non pourvus seulement' : 'Pourvus seulement']),
  ];
}
