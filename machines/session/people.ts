/** The one place where a person's live state changes, so that the counts always agree with it. */
import type { Counts, PersonLive } from './state.ts';
import type { Live } from './verdict.ts';
import type { SessionSettings } from './world.ts';
import { at, withAt } from './vector.ts';

export const NO_COUNTS: Counts = { chosen: 0, toCall: 0, absent: 0, excused: 0, canReturn: 0 };

/** Flat cost: one leaf of the vector and five sums, whatever the size of the session. */
export function setPerson(context: Live, number: number, change: Partial<PersonLive>): Live {
  return putPerson(context, number, { ...at(context.people, number), ...change });
}

/** The same for an entry made anew, where a change leaves something out. */
export function putPerson(context: Live, number: number, after: PersonLive): Live {
  const before = at(context.people, number);
  const { settings } = context.world;
  return {
    ...context,
    people: withAt(context.people, number, after),
    counts: plus(plus(context.counts, countsOf(after, settings), 1), countsOf(before, settings), -1),
  };
}

/** Whether an absentee may come back without a moderator (domain §3): by the button, or by connecting where owed. */
export const mayReturn = (live: PersonLive, settings: SessionSettings): boolean =>
  live.state.kind === 'absent' && (live.owedReturn || live.returns < settings.returnsAllowed);

/** Those of an earlier session count there. */
export function countsOf(live: PersonLive, settings: SessionSettings): Counts {
  if (live.elsewhere) return NO_COUNTS;
  const { kind } = live.state;
  return {
    chosen: kind === 'chosen' ? 1 : 0,
    toCall: kind === 'waiting' || kind === 'returned' ? 1 : 0,
    absent: kind === 'absent' ? 1 : 0,
    excused: kind === 'excused' ? 1 : 0,
    canReturn: mayReturn(live, settings) ? 1 : 0,
  };
}

export const plus = (a: Counts, b: Counts, sign: 1 | -1): Counts => ({
  chosen: a.chosen + sign * b.chosen,
  toCall: a.toCall + sign * b.toCall,
  absent: a.absent + sign * b.absent,
  excused: a.excused + sign * b.excused,
  canReturn: a.canReturn + sign * b.canReturn,
});
