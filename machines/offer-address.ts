/** A search of the offer as the query of an address, and back: shared, kept under a name, gone back to. */
import { folded } from './folded.ts';
import { EVERYTHING, FIELDS, PAGE_SIZES, POST_STATES, withValue } from './offer-search.ts';
import type { Field, OfferSearch } from './offer-search.ts';
import { SORT_KEYS } from './offer-order.ts';
import type { SortKey } from './offer-order.ts';

/** As they stand in addresses: French and plain. */
const PARAMETERS: Readonly<Record<Field, string>> = {
  department: 'departement',
  city: 'ville',
  establishment: 'etablissement',
  service: 'service',
  head: 'chef',
  accreditation: 'agrement',
  reservedFor: 'reservation',
  earmark: 'flechage',
  state: 'etat',
  number: 'numero',
  amphitheatre: 'amphitheatre',
  group: 'groupe',
  phase: 'phase',
};

const SORTS: Readonly<Record<SortKey, string>> = {
  department: 'departement',
  establishment: 'etablissement',
  city: 'ville',
  service: 'service',
  head: 'chef',
  number: 'numero',
  accreditation: 'agrement',
  reservedFor: 'reservation',
  earmark: 'flechage',
  amphitheatre: 'amphitheatre',
  state: 'etat',
};

const FILLED = { vacant: 'non', filled: 'oui' } as const;

/** A person's own search stays far below; an address must stay short enough to be sent. */
export const MOST_VALUES = 20; // of one field
export const LONGEST_VALUE = 100; // characters
export const LONGEST_ADDRESS = 4_000; // characters

/** @returns the query without `?`, '' for the whole offer; always in the same order, so that equal searches are equal texts. */
export function addressOf(search: OfferSearch): string {
  const query = new URLSearchParams();
  const { words, filled, criteria, only, grouping, sort, page, size } = search;
  if (words.trim() !== '') query.set('q', words.trim());
  if (filled !== 'all') query.set('pourvus', FILLED[filled]);
  for (const field of FIELDS)
    for (const value of criteria[field] ?? []) query.append(PARAMETERS[field], value);
  if (only !== null) query.set('seul', String(only));
  if (grouping === 'post') query.set('vue', 'poste');
  if (sort.key !== EVERYTHING.sort.key) query.set('tri', SORTS[sort.key]);
  if (sort.descending) query.set('sens', 'desc');
  if (page !== 1) query.set('page', String(page));
  if (size !== EVERYTHING.size) query.set('par', String(size));
  return query.toString();
}

export interface ReadAddress {
  readonly search: OfferSearch;
  /** The parameters that were not understood, each once: they count for nothing. */
  readonly ignored: readonly string[];
}

/** Whatever else the address holds is somebody else's, and left alone. */
export function searchFrom(query: URLSearchParams): ReadAddress {
  const ignored = new Set<string>();
  /** The one value of a parameter as `read` understands it; null where it is missing or not understood. */
  const one = <Value>(name: string, read: (text: string) => Value | undefined): Value | null => {
    const [text, ...more] = query.getAll(name);
    if (text === undefined) return null;
    const value = read(text);
    if (value === undefined || more.length > 0) ignored.add(name);
    return value ?? null;
  };
  const search: OfferSearch = {
    words: one('q', text => (text.length <= LONGEST_VALUE ? text : undefined)) ?? '',
    filled:
      one('pourvus', text => (text === 'oui' ? 'filled' : text === 'non' ? 'vacant' : undefined)) ?? 'all',
    criteria: criteriaFrom(query, ignored),
    only: one('seul', wholeNumber),
    grouping:
      one('vue', text => (text === 'poste' ? 'post' : text === 'service' ? 'service' : undefined)) ??
      'service',
    sort: {
      key: one('tri', text => SORT_KEYS.find(key => SORTS[key] === text)) ?? EVERYTHING.sort.key,
      descending: one('sens', text => (text === 'desc' ? true : text === 'asc' ? false : undefined)) ?? false,
    },
    page: one('page', wholeNumber) ?? 1,
    size: one('par', text => PAGE_SIZES.find(size => String(size) === text)) ?? EVERYTHING.size,
  };
  return { search, ignored: [...ignored] };
}

function criteriaFrom(query: URLSearchParams, ignored: Set<string>): OfferSearch['criteria'] {
  let criteria: OfferSearch['criteria'] = {};
  for (const field of FIELDS) {
    for (const text of query.getAll(PARAMETERS[field])) {
      const value = field === 'state' ? folded(text.trim()) : text.trim();
      const full = (criteria[field]?.length ?? 0) >= MOST_VALUES;
      if (full || !isValue(field, value)) ignored.add(PARAMETERS[field]);
      else criteria = withValue(criteria, field, value);
    }
  }
  return criteria;
}

/** What a field can be asked for. */
export const isValue = (field: Field, value: string): boolean =>
  value !== '' &&
  value.length <= LONGEST_VALUE &&
  (field !== 'state' || POST_STATES.some(state => state === value));

const MOST = 2_147_483_647; // an id of the database's

function wholeNumber(text: string): number | undefined {
  const value = /^[1-9]\d{0,9}$/u.test(text) ? Number(text) : MOST + 1;
  return value <= MOST ? value : undefined;
}

/** What is kept under a name: everything but the page one was on. */
export const savedQuery = (search: OfferSearch): string => addressOf({ ...search, page: 1 });

const SHEET = 'poste';

/** The post whose sheet is open; null where none is, or the address says nothing sensible. */
export const sheetFrom = (query: URLSearchParams): number | null =>
  wholeNumber(query.get(SHEET) ?? '') ?? null;

/** The whole query again, with another search and another sheet; what is not ours stays. */
export function addressWith(
  before: URLSearchParams,
  search: OfferSearch,
  sheet: number | null,
): URLSearchParams {
  const ours = new Set([
    ...Object.values(PARAMETERS),
    'q',
    'pourvus',
    'seul',
    'vue',
    'tri',
    'sens',
    'page',
    'par',
    SHEET,
  ]);
  const query = new URLSearchParams([...before].filter(([name]) => !ours.has(name)));
  for (const [name, value] of new URLSearchParams(addressOf(search))) query.append(name, value);
  if (sheet !== null) query.set(SHEET, String(sheet));
  return query;
}
