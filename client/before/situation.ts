/** Where one stands before, during and after the choices, as one of a few situations: card, page and doors follow from it. Pure. */
import type { Ms, PersonId } from '../../machines/ids.ts';
import type { MyAmphitheatre } from '../http/answers.ts';

type Choice = NonNullable<MyAmphitheatre['choice']>;
type OwnSession = NonNullable<MyAmphitheatre['amphitheatre']>['sessions'][number];

export type Situation =
  /** On this semester's roster, on no call list. */
  | { readonly kind: 'unlisted' }
  /** Its call list is not published yet; the hour may be. */
  | { readonly kind: 'unpublished'; readonly firstAt: Ms | null }
  | { readonly kind: 'notCut'; readonly firstAt: Ms | null }
  | { readonly kind: 'draft'; readonly session: OwnSession }
  | { readonly kind: 'validated'; readonly session: OwnSession; readonly opensAt: Ms | null }
  | {
      readonly kind: 'open';
      readonly session: OwnSession;
      /** The session before has closed without one's choice. */
      readonly carriedOver: boolean;
      /** Half an hour or less, or past its hour: the door is what there is to do. */
      readonly soon: boolean;
      /** Its hour has come and it has not begun. */
      readonly overdue: boolean;
    }
  | { readonly kind: 'live'; readonly session: OwnSession; readonly state: 'running' | 'paused' }
  | { readonly kind: 'chosen'; readonly choice: Choice }
  /** No post was possible at one's turn; the ARS settles it after the last session. */
  | { readonly kind: 'passed' }
  /** All is closed, without a post. `settled`: the ARS has noted that there is none. */
  | { readonly kind: 'over'; readonly settled: boolean };

export const DOOR_BEFORE_MS = 30 * 60_000;

export function situationOf(mine: MyAmphitheatre, now: Ms): Situation {
  const { amphitheatre, place, choice, outcome } = mine;
  if (choice !== null) return { kind: 'chosen', choice };
  if (amphitheatre === null) return { kind: 'unlisted' };
  if (outcome === 'withoutPost') return { kind: 'over', settled: true };
  if (outcome === 'passed') return { kind: 'passed' };
  if (place === null) return { kind: 'unpublished', firstAt: amphitheatre.firstAt };
  const session = amphitheatre.sessions.find(({ id }) => id === place.session);
  if (session === undefined) return { kind: 'notCut', firstAt: amphitheatre.firstAt };
  switch (session.state) {
    case 'draft':
      return { kind: 'draft', session };
    case 'validated':
      return { kind: 'validated', session, opensAt: amphitheatre.opensAt };
    case 'open': {
      const soon = session.startsAt !== null && session.startsAt - now <= DOOR_BEFORE_MS;
      const overdue = session.startsAt !== null && session.startsAt <= now;
      return { kind: 'open', session, carriedOver: place.carriedOver, soon, overdue };
    }
    case 'running':
    case 'paused':
      return { kind: 'live', session, state: session.state };
    case 'closed':
      return { kind: 'over', settled: false };
    default:
      return session.state satisfies never;
  }
}

/** What one is there for: who gave a mandate, and who is excused, only watch. */
export type Part = 'chooses' | 'heldByAnother' | 'excused';

export function partOf({
  plannedAbsence,
  mandate,
}: Pick<MyAmphitheatre, 'plannedAbsence' | 'mandate'>): Part {
  if (plannedAbsence !== null) return 'excused';
  return mandate !== null && mandate.acceptedAt !== null ? 'heldByAnother' : 'chooses';
}

/** Whether the room is what to open now. */
export const isDoorOpen = (situation: Situation): boolean =>
  situation.kind === 'live' || (situation.kind === 'open' && situation.soon);

export type OrderCheck =
  | { readonly kind: 'first'; readonly callOrder: number }
  /** It was checked, and is another one since. */
  | { readonly kind: 'moved'; readonly callOrder: number; readonly was: number };

/** What there is to check of one's order (M §9); null where nothing is, or where it changes nothing any more. */
export function orderToCheck(mine: MyAmphitheatre, situation: Situation): OrderCheck | null {
  const { place, rank, orderChecked } = mine;
  if (place === null || rank === null) return null; // the holder of a mandate has nothing to check
  const begun =
    situation.kind === 'live' ||
    situation.kind === 'chosen' ||
    situation.kind === 'passed' ||
    situation.kind === 'over';
  if (begun || orderChecked === place.callOrder) return null;
  const { callOrder } = place;
  return orderChecked === null
    ? { kind: 'first', callOrder }
    : { kind: 'moved', callOrder, was: orderChecked };
}

/**
 * @param read what was kept when the hour was last read on this device: the person of this semester, and the hour.
 * @returns the hour before; null where it is the same, or the first.
 */
export function hourMoved(read: string | null, person: PersonId, startsAt: Ms): Ms | null {
  const [of, at] = (read ?? '').split(' ');
  const before = Number(at);
  return of === person && before > 0 && before !== startsAt ? before : null;
}
