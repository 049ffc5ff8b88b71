/** What the page of assignments asks for, and which amphitheatre's stream tells it to ask again. Pure. */
import type { ListedAmphitheatre } from '../http/answers.ts';
import { isLive } from './session-line.ts';

export type AssignmentOrder = 'recent' | 'name';

interface AssignmentQuestion {
  readonly amphitheatre: number | null;
  readonly words: string;
  readonly order: AssignmentOrder;
  readonly page: number;
}

export function assignmentsPath({ amphitheatre, words, order, page }: AssignmentQuestion): string {
  const query = new URLSearchParams({ order, page: String(page) });
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
