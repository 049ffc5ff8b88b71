/** What the page of assignments asks for, and which amphitheatre's stream tells it to ask again. Pure. */
import type { ListedAmphitheatre } from '../http/answers.ts';
import { isLive } from './session-line.ts';

type AssignmentOrder = 'recent' | 'name';

export interface AssignmentQuestion {
  readonly amphitheatre: number | null;
  readonly words: string;
  readonly order: AssignmentOrder;
  readonly page: number;
}

/** From the address, where anybody may have written anything: of what is not understood the usual. */
export function questionOf({
  amphitheatre,
  words,
  order,
  page,
}: Readonly<Record<keyof AssignmentQuestion, string>>): AssignmentQuestion {
  return {
    amphitheatre: countedFrom1(amphitheatre),
    words: words.trim(),
    order: order === 'name' ? 'name' : 'recent',
    page: Math.min(countedFrom1(page) ?? 1, MOST_PAGES),
  };
}

/** Rows on paper: more of them is for the document that the worker writes. */
export const MOST_PRINTED = 1_000;
const MOST_PAGES = 10_000; // the API counts no further

const countedFrom1 = (written: string): number | null =>
  /^[1-9]\d{0,8}$/u.test(written) ? Number(written) : null;

/** @param size rows a page; the server's own where it is left out. */
export function assignmentsPath(
  { amphitheatre, words, order, page }: AssignmentQuestion,
  size?: typeof MOST_PRINTED,
): string {
  const query = new URLSearchParams({ order, page: String(page), ...(size && { size: String(size) }) });
  if (amphitheatre !== null) query.set('amphitheatre', String(amphitheatre));
  if (words !== '') query.set('q', words);
  return `/assignments?${query.toString()}`;
}

/** The one picked; with none picked, the live one where it is the only one. A socket follows one amphitheatre. */
export function followed(
  picked: number | null,
  listed: readonly Pick<ListedAmphitheatre, 'id' | 'sessions'>[],
): number | null {
  if (picked !== null) return picked;
  const live = listed.filter(({ sessions }) => sessions.some(isLive));
  return live.length === 1 ? (live[0]?.id ?? null) : null;
}
