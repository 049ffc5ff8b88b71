/** The moderators' queue, made from the public state and the desk's private side: who stands where, under which filter. Pure. */
import type { PersonId, SessionId } from '../../machines/ids.ts';
import { passingOrder } from '../../machines/session/passing-order.ts';
import type { PublicState } from '../../machines/session/public-state.ts';
import type { DeskPerson, DeskRow } from '../../machines/wire/frames.ts';

export type QueueFilter = 'coming' | 'done' | 'absent' | 'planned';

export interface DeskQueue {
  /** The called one first, then the order they will pass in. */
  readonly coming: readonly PersonId[];
  /** Newest choice first. */
  readonly done: readonly PersonId[];
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
  return {
    coming: passingOrder(state, session),
    done: idsOf(chosen.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0) || b.callOrder - a.callOrder)),
    absent: idsOf(here.filter(person => person.state === 'absent')),
    // Who is excused is the desk's to know; before its first word, what everybody sees.
    planned: idsOf(
      here.filter(
        ({ id, state: shown }) =>
          (desk.get(id)?.state.kind ?? shown) === (desk.has(id) ? 'excused' : 'notChoosing'),
      ),
    ),
  };
}

export interface DeskCounts {
  readonly chosen: number;
  readonly size: number;
  /** Null where presence is not followed: before `start`, after `close`. */
  readonly presence: { readonly online: number; readonly offline: number } | null;
  readonly absent: number;
  readonly planned: number;
}

/**
 * Online and offline are counted among those who may still be called: of the others nobody waits for anything.
 * @param carried those whom the closing handed on, without a choice: everybody sees them in the next session by then.
 */
export function deskCounts(
  queue: DeskQueue,
  desk: ReadonlyMap<PersonId, DeskPerson> | null,
  carried = 0,
): DeskCounts {
  const waiting = [...queue.coming, ...queue.absent];
  const online = waiting.filter(id => desk?.get(id)?.connected === true).length;
  return {
    chosen: queue.done.length,
    size: Math.max(
      queue.coming.length + queue.done.length + queue.absent.length + queue.planned.length,
      queue.done.length + carried,
    ),
    presence: desk === null ? null : { online, offline: waiting.length - online },
    absent: queue.absent.length,
    planned: queue.planned.length,
  };
}

/** How many the closing of this session handed on; 0 before it, or where its row is not at hand. */
export const carriedOver = (rows: readonly Pick<DeskRow, 'facts'>[]): number =>
  rows
    .flatMap(({ facts }) => facts.flatMap(fact => (fact.kind === 'closed' ? fact.carried.length : [])))
    .at(-1) ?? 0;
