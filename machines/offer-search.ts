/**
 * A search of the offer: what may be asked, and which posts and services it finds. OR between the values of a field, AND
 * between fields and words. For the client, in the room and on «Postes»; `offer-address.ts` writes it into an address.
 */
import { folded, foldedWords } from './folded.ts';
import type { IndexedLine, OfferIndex, TextField } from './offer-index.ts';
import { FREE, isBlocked, isFilled, isRefused } from './offer-index.ts';
import { orderOf } from './offer-order.ts';
import type { Sort } from './offer-order.ts';

/** In the order of the screen; the last three tell posts apart where several amphitheatres are shown together. */
export const FIELDS = [
  'department',
  'city',
  'establishment',
  'service',
  'head',
  'accreditation',
  'reservedFor',
  'earmark',
  'state',
  'number',
  'amphitheatre',
  'group',
  'phase',
] as const satisfies readonly (TextField | 'state' | 'number')[];
export type Field = (typeof FIELDS)[number];
export type Criteria = Readonly<Partial<Record<Field, readonly string[]>>>;

/** Of `reservedFor` and `earmark`: some one, whichever; and none. */
export const ANY = '*';
export const NONE = '-';

/** What `state` can be; `possible`: may be chosen by whoever reads, where that is known. */
export const POST_STATES = ['libre', 'pourvu', 'retire', 'possible'] as const;
export type PostState = (typeof POST_STATES)[number];

export type FilledFilter = 'all' | 'vacant' | 'filled';
export type Grouping = 'service' | 'post';
export const PAGE_SIZES = [25, 50, 100] as const;
export type PageSize = (typeof PAGE_SIZES)[number];

export interface OfferSearch {
  /** Looked for everywhere; every word must be found. */
  readonly words: string;
  readonly filled: FilledFilter;
  readonly criteria: Criteria;
  /** One service alone: «Voir tous les postes de ce service». */
  readonly only: number | null;
  readonly grouping: Grouping;
  /** Of posts; services keep the offer's order. */
  readonly sort: Sort;
  /** From 1. */
  readonly page: number;
  readonly size: PageSize;
}

export const EVERYTHING: OfferSearch = {
  words: '',
  filled: 'all',
  criteria: {},
  only: null,
  grouping: 'service',
  sort: { key: 'department', descending: false },
  page: 1,
  size: PAGE_SIZES[0],
};

export interface Found {
  /** Places of posts in the index, in the order asked for. */
  readonly posts: Uint32Array;
  /** Places of services, in the offer's order. */
  readonly services: Uint32Array;
  /** Of the posts found. */
  readonly filled: number;
}

/** @param states one byte a post, in the index's order (`stateByte`). */
export function found(index: OfferIndex, states: Uint8Array, search: OfferSearch): Found {
  const lineMatches = lineTest(search);
  const postMatches = postTest(search);
  const hit = new Uint8Array(index.posts.length);
  const vacant = new Uint8Array(index.services);
  let [posts, filled] = [0, 0];
  const matched = new Uint8Array(index.services);
  for (const line of index.lines) {
    const missing = lineMatches(line);
    if (missing === null) continue;
    for (let place = line.first; place < line.end; place++) {
      const state = states[place] ?? FREE;
      if (!postMatches(index.numbers[place] ?? '', state, missing)) continue;
      matched[line.service] = 1;
      if (isVacant(state)) vacant[line.service] = SOME_VACANT;
      else if (isFilled(state) && vacant[line.service] !== SOME_VACANT) vacant[line.service] = ALL_FILLED;
      hit[place] = 1;
    }
  }
  // What is taken out of the offer is neither vacant nor filled.
  for (let place = 0; place < hit.length; place++) {
    if (hit[place] === 0) continue;
    const state = states[place] ?? FREE;
    if (search.filled !== 'all' && (search.filled === 'vacant' ? !isVacant(state) : !isFilled(state))) {
      hit[place] = 0;
      continue;
    }
    posts += 1;
    if (isFilled(state)) filled += 1;
  }
  const ordered = new Uint32Array(posts);
  let next = 0;
  const order = orderOf(index, states, search.sort);
  for (const place of order) if (hit[place] === 1) ordered[next++] = place;
  const services = Uint32Array.from(
    placesOf(matched).filter(place => isWanted(search.filled, vacant[place] ?? 0)),
  );
  return { posts: ordered, services, filled };
}

const SOME_VACANT = 1;
const ALL_FILLED = 2;
const isVacant = (state: number): boolean => !isFilled(state) && !isBlocked(state);

/** A service is filled when nothing of it that was found is vacant. */
const isWanted = (filled: FilledFilter, service: number): boolean =>
  filled === 'all' || service === (filled === 'vacant' ? SOME_VACANT : ALL_FILLED);

function placesOf(flags: Uint8Array): readonly number[] {
  const places: number[] = [];
  for (let place = 0; place < flags.length; place++) if (flags[place] === 1) places.push(place);
  return places;
}

type LineTest = (line: IndexedLine) => readonly string[] | null;

/** @returns null where the line is not what is asked for; else the words that must still be found in a post's number. */
function lineTest({ words, criteria, only }: OfferSearch): LineTest {
  const asked = foldedWords(words);
  const tests = Object.entries(criteria).flatMap(([field, values]) =>
    field === 'state' || field === 'number' || values.length === 0
      ? []
      : [valuesTest(field as TextField, values)],
  );
  return line => {
    if (only !== null && line.serviceId !== only) return null;
    if (!tests.every(test => test(line))) return null;
    return asked.filter(word => !line.everything.includes(word));
  };
}

function valuesTest(field: TextField, values: readonly string[]): (line: IndexedLine) => boolean {
  const optional = field === 'reservedFor' || field === 'earmark';
  const tests = values.map((value): ((text: string) => boolean) => {
    if (optional && value === NONE) return text => text === '';
    if (optional && value === ANY) return text => text !== '';
    const words = foldedWords(value);
    return text => words.length > 0 && words.every(word => text.includes(word));
  });
  return line => tests.some(test => test(line.texts[field]));
}

type PostTest = (number: string, state: number, missing: readonly string[]) => boolean;

function postTest({ criteria }: OfferSearch): PostTest {
  const numbers = (criteria.number ?? []).map(folded);
  const states = POST_STATES.filter(one => criteria.state?.includes(one));
  return (number, state, missing) =>
    missing.every(word => number.includes(word)) &&
    // «101» finds all of its seats, 101-1 and 101-2, and not 1010.
    (numbers.length === 0 || numbers.some(one => number === one || number.startsWith(`${one} `))) &&
    (states.length === 0 || states.some(one => STATE_TESTS[one](state)));
}

const STATE_TESTS: Readonly<Record<PostState, (state: number) => boolean>> = {
  libre: isVacant,
  pourvu: isFilled,
  retire: isBlocked,
  possible: state => !isRefused(state),
};

/** Of those behind «Recherche avancée»: how many values narrow the offer. */
export const valuesSet = ({ criteria }: Pick<OfferSearch, 'criteria'>): number =>
  Object.values(criteria).reduce((sum, values) => sum + values.length, 0);

/** Anything that narrows the offer, whatever its order and page. */
export const isNarrowed = ({ words, filled, criteria, only }: OfferSearch): boolean =>
  words.trim() !== '' || filled !== 'all' || only !== null || valuesSet({ criteria }) > 0;

/** One more value, at the end; the same one, however written, is not there twice. */
export function withValue(criteria: Criteria, field: Field, value: string): Criteria {
  const values = criteria[field] ?? [];
  if (values.some(one => sameValue(one, value))) return criteria;
  return { ...criteria, [field]: [...values, value] };
}

export function withoutValue(criteria: Criteria, field: Field, value: string): Criteria {
  const { [field]: values = [], ...others } = criteria;
  const left = values.filter(one => one !== value);
  return left.length === 0 ? others : { ...others, [field]: left };
}

const sameValue = (a: string, b: string): boolean => a === b || (folded(a) === folded(b) && folded(a) !== '');
