/** Who sits where (domain §4): a classic choice fills a seat of its line, a supernumerary's stands beside it. */
import { numberOfLine, numberOfPost, personAt, postAt } from './numbering.ts';
import { at, withAt } from './vector.ts';
import type { Live, Step } from './verdict.ts';

/** In place of the call order of whoever was assigned after the last session: better than everybody's (domain §4). */
export const BEFORE_ALL = -1;

/** Sits down whoever's choice has just been recorded as their state. */
export function takeSeat(context: Live, person: number, post: number): Step {
  const { id, line } = postAt(context.world, post);
  const number = numberOfLine(context.world, line);
  const before = at(context.lines, number);
  if (at(context.people, person).status !== 'classic') {
    const after = { ...before, supernumeraries: before.supernumeraries + 1 };
    return { context: { ...context, lines: withAt(context.lines, number, after) }, facts: [] };
  }
  const after = { ...before, holders: [...before.holders, orderOnLine(context, person)] };
  return {
    context: {
      ...context,
      posts: withAt(context.posts, post, { ...at(context.posts, post), holder: person }),
      lines: withAt(context.lines, number, after),
    },
    facts: [{ kind: 'seat', post: id, line, filled: true }],
  };
}

/** Frees what this person's recorded choice takes, whichever session it was made in; nothing where there is none. */
export function leaveSeat(context: Live, person: number): Step {
  const { state, status } = at(context.people, person);
  const post = state.kind === 'chosen' ? numberOfPost(context.world, state.post) : null;
  if (post === null) return { context, facts: [] };
  const { id, line } = postAt(context.world, post);
  const number = numberOfLine(context.world, line);
  const before = at(context.lines, number);
  if (status !== 'classic') {
    const after = { ...before, supernumeraries: before.supernumeraries - 1 };
    return { context: { ...context, lines: withAt(context.lines, number, after) }, facts: [] };
  }
  const place = before.holders.indexOf(orderOnLine(context, person));
  const after = { ...before, holders: before.holders.filter((_, index) => index !== place) };
  return {
    context: {
      ...context,
      posts: withAt(context.posts, post, { ...at(context.posts, post), holder: null }),
      lines: withAt(context.lines, number, after),
    },
    facts: [{ kind: 'seat', post: id, line, filled: false }],
  };
}

function orderOnLine(context: Live, person: number): number {
  const { state } = at(context.people, person);
  if (state.kind === 'chosen' && state.turn === null) return BEFORE_ALL;
  return personAt(context.world, person).callOrder;
}
