/**
 * The offer made ready for searching, once per edition: texts folded per line, a post a number among 0…n−1, so that a
 * search of 12,000 posts is a walk along arrays. What changes live is one byte a post, beside it.
 */
import { folded, foldedWords } from './folded.ts';
import type { PostId, ServiceId } from './ids.ts';

/** What a line says, as it is shown. */
export interface LineTexts {
  readonly department: string;
  readonly city: string;
  readonly establishment: string;
  readonly service: string;
  readonly head: string;
  readonly accreditation: string;
  /** The specialty's name; '' for none. */
  readonly reservedFor: string;
  readonly earmark: string;
  readonly amphitheatre: string;
  readonly group: string;
  readonly phase: string;
}
export type TextField = keyof LineTexts;

/** One line of the offer, as it comes: in the offer's order, the lines of a service together. */
export interface LineToIndex {
  /** Its service's place in the list that is shown, from 0. */
  readonly service: number;
  readonly serviceId: ServiceId;
  readonly texts: LineTexts;
  readonly posts: readonly { readonly id: PostId; readonly number: string }[];
}

export interface IndexedLine {
  readonly service: number;
  readonly serviceId: ServiceId;
  /** Folded. */
  readonly texts: LineTexts;
  /** All of them, folded: what is typed is looked for here. */
  readonly everything: string;
  /** Its posts stand from `first` to before `end`. */
  readonly first: number;
  readonly end: number;
}

export interface OfferIndex {
  readonly lines: readonly IndexedLine[];
  readonly posts: readonly PostId[];
  /** Folded, by post. */
  readonly numbers: readonly string[];
  /** The place in `lines`, by post. */
  readonly lineOf: Uint32Array;
  readonly places: ReadonlyMap<PostId, number>;
  /** How many there are. */
  readonly services: number;
  /** As shown, each once, sorted as French is. */
  readonly values: Readonly<Record<TextField, readonly string[]>>;
}

export function indexOf(lines: readonly LineToIndex[]): OfferIndex {
  const fold = foldedOnce();
  const posts: PostId[] = [];
  const numbers: string[] = [];
  const lineOf: number[] = [];
  const indexed = lines.map((line, place): IndexedLine => {
    const first = posts.length;
    for (const { id, number } of line.posts) {
      posts.push(id);
      numbers.push(folded(number));
      lineOf.push(place);
    }
    const texts = mapped(line.texts, fold);
    const everything = Object.values(texts).join(' ');
    const { service, serviceId } = line;
    return { service, serviceId, texts, everything, first, end: posts.length };
  });
  return {
    lines: indexed,
    posts,
    numbers,
    lineOf: Uint32Array.from(lineOf),
    places: new Map(posts.map((id, place) => [id, place])),
    services: lines.reduce((most, { service }) => Math.max(most, service + 1), 0),
    values: valuesOf(lines),
  };
}

/** Of 5,000 lines with 55 establishments each name is folded once. */
function foldedOnce(): (text: string) => string {
  const known = new Map<string, string>();
  return text => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const fresh = foldedWords(text).join(' ');
    known.set(text, fresh);
    return fresh;
  };
}

function mapped(texts: LineTexts, fold: (text: string) => string): LineTexts {
  return {
    department: fold(texts.department),
    city: fold(texts.city),
    establishment: fold(texts.establishment),
    service: fold(texts.service),
    head: fold(texts.head),
    accreditation: fold(texts.accreditation),
    reservedFor: fold(texts.reservedFor),
    earmark: fold(texts.earmark),
    amphitheatre: fold(texts.amphitheatre),
    group: fold(texts.group),
    phase: fold(texts.phase),
  };
}

function valuesOf(lines: readonly LineToIndex[]): OfferIndex['values'] {
  const of = (field: TextField): readonly string[] =>
    [...new Set(lines.map(({ texts }) => texts[field]))].filter(Boolean).sort(COLLATOR.compare);
  return {
    department: of('department'),
    city: of('city'),
    establishment: of('establishment'),
    service: of('service'),
    head: of('head'),
    accreditation: of('accreditation'),
    reservedFor: of('reservedFor'),
    earmark: of('earmark'),
    amphitheatre: of('amphitheatre'),
    group: of('group'),
    phase: of('phase'),
  };
}

const COLLATOR = new Intl.Collator('fr', { numeric: true });

/** What is offered while one types: those that begin with it first, then those that hold it. */
export function suggestions(values: readonly string[], typed: string, most: number): readonly string[] {
  const words = foldedWords(typed);
  const start = words.join(' ');
  const texts = values.map(value => [value, foldedWords(value).join(' ')] as const);
  const holding = texts.filter(([, text]) => words.every(word => text.includes(word)));
  const [first, others] = [
    holding.filter(([, text]) => text.startsWith(start)),
    holding.filter(([, text]) => !text.startsWith(start)),
  ];
  return [...first, ...others].slice(0, most).map(([value]) => value);
}

const FILLED = 1;
const BLOCKED = 2;
const REFUSED = 4;
export const FREE = 0;

/** @param refused whether whoever reads may not choose it; the public may choose what is free. */
export const stateByte = (filled: boolean, blocked: boolean, refused = filled || blocked): number =>
  (filled ? FILLED : 0) | (blocked ? BLOCKED : 0) | (refused ? REFUSED : 0);
export const isFilled = (state: number): boolean => (state & FILLED) !== 0;
export const isBlocked = (state: number): boolean => (state & BLOCKED) !== 0;
export const isRefused = (state: number): boolean => (state & REFUSED) !== 0;
