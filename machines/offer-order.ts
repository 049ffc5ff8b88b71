/** The order of the offer by post: by any column, either way; ties keep the offer's own order. Worked out once a column. */
import type { OfferIndex, TextField } from './offer-index.ts';
import { isBlocked, isFilled, isRefused } from './offer-index.ts';

export const SORT_KEYS = [
  'department',
  'establishment',
  'city',
  'service',
  'head',
  'number',
  'accreditation',
  'reservedFor',
  'earmark',
  'amphitheatre',
  'state',
] as const satisfies readonly (TextField | 'number' | 'state')[];
export type SortKey = (typeof SORT_KEYS)[number];

export interface Sort {
  readonly key: SortKey;
  readonly descending: boolean;
}

// An order outlives every search and goes with its index: typing sorts nothing.
const known = new WeakMap<OfferIndex, Map<string, Uint32Array>>();

/** @returns the places of all posts. */
export function orderOf(index: OfferIndex, states: Uint8Array, { key, descending }: Sort): Uint32Array {
  if (key === 'state') return byRank(index, descending, place => stateRank(states[place] ?? 0));
  const orders = known.get(index) ?? new Map<string, Uint32Array>();
  known.set(index, orders);
  const name = `${key}${descending}`;
  const kept = orders.get(name);
  if (kept !== undefined) return kept;
  const order = byRank(index, descending, rankOf(index, key));
  orders.set(name, order);
  return order;
}

/** Free for whoever reads, free for others, filled, taken out. */
const stateRank = (state: number): number =>
  isBlocked(state) ? 3 : isFilled(state) ? 2 : isRefused(state) ? 1 : 0;

function byRank(index: OfferIndex, descending: boolean, rank: (place: number) => number): Uint32Array {
  const { length } = index.posts;
  // Rank and place in one number: sorting is then the engine's own, without a comparison of ours.
  const keys = new Float64Array(length);
  for (let place = 0; place < length; place++)
    keys[place] = (descending ? length - rank(place) : rank(place)) * length + place;
  keys.sort();
  return Uint32Array.from(keys, value => value % length);
}

/** Each post's text as a number: its place among the distinct texts. */
function rankOf(index: OfferIndex, key: Exclude<SortKey, 'state'>): (place: number) => number {
  const textOf = textReader(index, key);
  const texts = Array.from(index.posts, (_, place) => textOf(place));
  // Folded texts hold no accents and no case: their plain order is the French one, and ten times as quick as a collator.
  const distinct = [...new Set(texts)].sort();
  const ranks = new Map(distinct.map((text, rank) => [text, rank]));
  return place => ranks.get(texts[place] ?? '') ?? 0;
}

function textReader(index: OfferIndex, key: Exclude<SortKey, 'state'>): (place: number) => string {
  const lineOf = (place: number) => index.lines[index.lineOf[place] ?? 0];
  switch (key) {
    case 'department':
      return place => String(lineOf(place)?.service ?? 0).padStart(6, '0');
    case 'number':
      return place => byValue(index.numbers[place] ?? '');
    case 'head':
      return place => lastOr((lineOf(place)?.texts.head ?? '').replace(/^(?:pr|dr|mme|m) /u, ''));
    case 'establishment':
    case 'city':
    case 'service':
    case 'accreditation':
    case 'amphitheatre':
    case 'reservedFor':
    case 'earmark':
      return place => byValue(lastOr(lineOf(place)?.texts[key] ?? ''));
    default:
      return key satisfies never;
  }
}

/** Numbers in texts by their value: 9 before 20 before 101-1, «Paris 5e» before «Paris 12e». */
const byValue = (text: string): string => text.replaceAll(/\d+/gu, digits => digits.padStart(15, '0'));

/** Those without come last. */
const lastOr = (text: string): string => (text === '' ? '\uffff' : text);
