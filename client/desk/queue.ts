/** The moderators' queue, made from the public state and the desk's private side: who stands where, under which filter. Pure. */
import { folded, foldedWords } from '../../machines/folded.ts';
import type { PersonId, SessionId } from '../../machines/ids.ts';
import { passingOrder } from '../../machines/session/passing-order.ts';
import type { PublicState } from '../../machines/session/public-state.ts';
import type { PersonState } from '../../machines/session/state.ts';
import type { DeskPerson } from '../../machines/wire/frames.ts';
import type { Names } from './names.ts';

export type QueueFilter = 'coming' | 'done' | 'absent' | 'planned';

export interface DeskQueue {
  /** The called one first, then the order they will pass in; once closed, whoever is left without a choice. */
  readonly coming: readonly PersonId[];
  /** Newest choice first. */
  readonly chosen: readonly PersonId[];
  /** Their turn is over without a post and without an absence: none was possible, or «sans poste». */
  readonly passed: readonly PersonId[];
  readonly absent: readonly PersonId[];
  readonly planned: readonly PersonId[];
}

export function deskQueue(
  state: PublicState,
  session: SessionId,
  desk: ReadonlyMap<PersonId, DeskPerson>,
): DeskQueue {
  const here = [...state.people.values()].filter(person => person.session === session);
  const chosen = here.filter(person => person.state === 'chosen');
  const idsOf = (people: readonly { readonly id: PersonId }[]): readonly PersonId[] =>
    people.map(({ id }) => id);
  // Who is excused is the desk's to know; before its first word, what everybody sees.
  const known = (id: PersonId): PersonState['kind'] => desk.get(id)?.state.kind ?? 'excused';
  const notChoosing = here.filter(person => person.state === 'notChoosing');
  const closed = state.sessions.get(session)?.state === 'closed';
  return {
    coming: closed ? idsOf(here.filter(person => person.state === 'waiting')) : passingOrder(state, session),
    chosen: idsOf(chosen.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0) || b.callOrder - a.callOrder)),
    passed: idsOf(notChoosing.filter(({ id }) => known(id) !== 'excused')),
    absent: idsOf(here.filter(person => person.state === 'absent')),
    planned: idsOf(
      here.filter(
        ({ id, state: shown }) => known(id) === 'excused' && (shown === 'notChoosing' || desk.has(id)),
      ),
    ),
  };
}

/** Whom a filter shows. */
export const shownUnder = (queue: DeskQueue, filter: QueueFilter): readonly PersonId[] =>
  filter === 'done' ? [...queue.passed, ...queue.chosen] : queue[filter];

export const everybody = ({ coming, chosen, passed, absent, planned }: DeskQueue): readonly PersonId[] => [
  ...coming,
  ...passed,
  ...chosen,
  ...absent,
  ...planned,
];

/** Whoever is looked for, under whatever filter they stand: by every word of the name, or by the number itself. */
export function foundIn(
  queue: DeskQueue,
  words: string,
  names: Pick<Names, 'name' | 'number'>,
): readonly PersonId[] {
  const wanted = foldedWords(words);
  return everybody(queue).filter(person => {
    const name = folded(names.name(person));
    const number = folded(names.number(person));
    return wanted.join(' ') === number || wanted.every(word => name.includes(word));
  });
}

export interface DeskCounts {
  readonly chosen: number;
  readonly size: number;
  /** Null where presence is not followed: after `close`, in a rehearsal to come. */
  readonly presence: { readonly online: number; readonly offline: number } | null;
  readonly absent: number;
  readonly planned: number;
}

/**
 * Online and offline are counted among those who may still be called: of the others nobody waits for anything.
 * @param carried those whom the closing handed on, without a choice: everybody sees them in the next session by then,
 * where there is one.
 */
export function deskCounts(
  queue: DeskQueue,
  desk: ReadonlyMap<PersonId, DeskPerson> | null,
  carried: readonly PersonId[] = [],
): DeskCounts {
  const waiting = [...queue.coming, ...queue.absent];
  const online = waiting.filter(id => desk?.get(id)?.connected === true).length;
  return {
    chosen: queue.chosen.length,
    size: new Set([...everybody(queue), ...carried]).size,
    presence: desk === null ? null : { online, offline: waiting.length - online },
    absent: queue.absent.length,
    planned: queue.planned.length,
  };
}
