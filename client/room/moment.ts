/** Where this person stands now, as one of a few moments: the room's strips, notes and buttons all follow from it. Pure. */
import type { Ms, PersonId, SessionId } from '../../machines/ids.ts';
import { BANNER_AHEAD, internsAhead } from '../../machines/session/passing-order.ts';
import type { PublicCalled, PublicSession, PublicState } from '../../machines/session/public-state.ts';
import type { You } from '../../machines/wire/frames.ts';

export type Moment =
  /** Not on this amphitheatre's call list, or the server has not said who one is yet. */
  | { readonly kind: 'unknown' }
  /** Before the cut: no session yet, the hour is provisional. */
  | { readonly kind: 'notCut' }
  | {
      readonly kind: 'before';
      readonly state: 'draft' | 'validated' | 'open';
      readonly startsAt: Ms | null;
      /** Interns ahead at the start, as the list stands; null for whoever is not in the call. */
      readonly ahead: number | null;
      /** The session before was closed without this person's choice. */
      readonly carriedOver: boolean;
    }
  | {
      readonly kind: 'inLine';
      readonly ahead: number;
      /** Four or fewer, while it runs or is paused: the banner. */
      readonly soon: boolean;
      readonly returned: boolean;
    }
  | { readonly kind: 'myTurn'; readonly called: PublicCalled }
  /** My number is called, and the holder of my mandate chooses. */
  | { readonly kind: 'heldTurn'; readonly called: PublicCalled }
  | {
      readonly kind: 'absent';
      readonly at: Ms | null;
      /** The end that was shown of the turn or the window; null where none ran out. */
      readonly endedAt: Ms | null;
      readonly cause: NonNullable<You['absence']>['cause'] | null;
      readonly canReturn: boolean;
    }
  | { readonly kind: 'excused'; readonly reason: string | null; readonly ahead: number | null }
  | { readonly kind: 'chosen'; readonly choice: NonNullable<You['choice']> | null }
  /** No post was possible: the turn was passed without an absence, the ARS settles it after the last session. */
  | { readonly kind: 'passed' }
  /** The last session is over, without a choice; `withoutPost`: it is settled that there is none. */
  | { readonly kind: 'over'; readonly withoutPost: boolean };

export interface Standing {
  readonly moment: Moment;
  readonly session: PublicSession | null;
}

/** @param cutInto the session that the cut put this person into: another one now means that one is closed. */
export function standingOf(
  state: PublicState,
  person: PersonId | null,
  you: You | null,
  cutInto: SessionId | null = null,
): Standing {
  const me = person === null ? undefined : state.people.get(person);
  if (me === undefined) return { moment: { kind: 'unknown' }, session: null };
  const session = me.session === null ? null : (state.sessions.get(me.session) ?? null);
  const before = cutInto === null || cutInto === me.session ? null : (state.sessions.get(cutInto) ?? null);
  return { moment: momentOf(state, me.id, session, you, before?.state === 'closed'), session };
}

function momentOf(
  state: PublicState,
  person: PersonId,
  session: PublicSession | null,
  you: You | null,
  handedOn: boolean,
): Moment {
  const me = state.people.get(person);
  if (me?.state === 'chosen') return { kind: 'chosen', choice: you?.choice ?? null };
  if (session === null) return { kind: 'notCut' };
  if (session.state === 'closed') return { kind: 'over', withoutPost: you?.outcome === 'withoutPost' };
  if (you?.outcome === 'passed') return { kind: 'passed' };
  if ((you !== null && you.plannedAbsence !== null) || me?.state === 'notChoosing')
    return {
      kind: 'excused',
      reason: you?.plannedAbsence ?? null,
      ahead: passagesBefore(state, session.id, person),
    };
  if (session.state !== 'running' && session.state !== 'paused')
    return {
      kind: 'before',
      state: session.state,
      startsAt: session.startsAt,
      ahead: internsAhead(state, person),
      carriedOver: handedOn || me?.state === 'absent',
    };
  if (session.called?.person === person)
    return { kind: you?.chooser === false ? 'heldTurn' : 'myTurn', called: session.called };
  if (me?.state === 'absent') {
    const { absence = null } = you ?? {};
    return {
      kind: 'absent',
      at: me.at,
      endedAt: absence?.endedAt ?? null,
      cause: absence?.cause ?? null,
      canReturn: absence?.canReturn ?? false,
    };
  }
  const ahead = internsAhead(state, person);
  if (ahead === null) return { kind: 'unknown' };
  return { kind: 'inLine', ahead, soon: ahead <= BANNER_AHEAD, returned: me?.state === 'returned' };
}

/** How many are still to pass before the number of somebody who is not in the call; null once it has passed. */
function passagesBefore(state: PublicState, session: SessionId, person: PersonId): number | null {
  const me = state.people.get(person);
  const queue = state.queues.get(session);
  if (!me || !queue) return null;
  const called = state.sessions.get(session)?.called?.person;
  const ahead = queue.order.filter(id => {
    const other = state.people.get(id);
    if (!other) return false;
    return (
      id === called ||
      other.state === 'returned' ||
      (other.state === 'waiting' && other.callOrder < me.callOrder)
    );
  });
  const passed = queue.order[queue.from];
  const front = passed === undefined ? Infinity : (state.people.get(passed)?.callOrder ?? Infinity);
  return front > me.callOrder && ahead.length <= 1 ? null : ahead.length;
}
