/** The row of seats of the pink box: who passes before me, up to nine; beyond, my place on a bar of numbers. Pure. */
import type { PersonId, SessionId } from '../../machines/ids.ts';
import { passingOrder } from '../../machines/session/passing-order.ts';
import type { PublicState } from '../../machines/session/public-state.ts';

export interface Seat {
  readonly person: PersonId;
  /** The number under it: the call order. */
  readonly number: number;
  readonly kind: 'called' | 'returned' | 'waiting' | 'notChoosing' | 'me';
}

export type Seats =
  | { readonly kind: 'row'; readonly seats: readonly Seat[] }
  | {
      readonly kind: 'bar';
      readonly first: number;
      readonly last: number;
      /** From 0 to 1: how far the called one, and I, stand on it. */
      readonly now: number;
      readonly mine: number;
    };

/** Up to nine ahead a seat can be counted with the eye. */
const MOST_SEATS = 9;

export function seatsOf(state: PublicState, session: SessionId, me: PersonId): Seats | null {
  const order = passingOrder(state, session);
  const ahead = order.indexOf(me);
  if (ahead === -1) return null;
  if (ahead > MOST_SEATS) return barOf(state, session, me, order[0] ?? me);
  const row = order.slice(0, ahead + 1);
  return {
    kind: 'row',
    seats: withThoseSkipped(state, session, row).map(person => seatOf(state, session, me, person)),
  };
}

/** People of the queue between two who wait and will not choose: their dashed seat explains the missing number. */
function withThoseSkipped(
  state: PublicState,
  session: SessionId,
  row: readonly PersonId[],
): readonly PersonId[] {
  const queue = state.queues.get(session);
  const waiting = row.filter(person => state.people.get(person)?.state === 'waiting');
  const [first, last] = [waiting[0], waiting.at(-1)];
  if (!queue || first === undefined || last === undefined) return row;
  const between = queue.order.slice(queue.order.indexOf(first), queue.order.indexOf(last) + 1);
  const skipped = new Set(between.filter(person => state.people.get(person)?.state === 'notChoosing'));
  const behind = between.filter(person => skipped.has(person) || row.includes(person));
  return [...row.filter(person => !behind.includes(person)), ...behind].slice(0, MOST_SEATS + 3);
}

function seatOf(state: PublicState, session: SessionId, me: PersonId, person: PersonId): Seat {
  const known = state.people.get(person);
  const number = known?.callOrder ?? 0;
  if (person === me) return { person, number, kind: 'me' };
  if (state.sessions.get(session)?.called?.person === person) return { person, number, kind: 'called' };
  if (known?.state === 'returned') return { person, number, kind: 'returned' };
  return { person, number, kind: known?.state === 'notChoosing' ? 'notChoosing' : 'waiting' };
}

function barOf(state: PublicState, session: SessionId, me: PersonId, front: PersonId): Seats {
  const people = state.queues.get(session)?.order ?? [];
  const numberOf = (person: PersonId | undefined): number =>
    person === undefined ? 0 : (state.people.get(person)?.callOrder ?? 0);
  const [first, last] = [numberOf(people[0]), numberOf(people.at(-1))];
  const along = (number: number): number =>
    last === first ? 0 : Math.min(1, Math.max(0, (number - first) / (last - first)));
  return { kind: 'bar', first, last, now: along(numberOf(front)), mine: along(numberOf(me)) };
}
