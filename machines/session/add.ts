/** What moderators add to a live session: somebody forgotten (domain §2), posts of the frozen offer (domain §4). */
import type { Ms } from '../ids.ts';
import type { Sealed } from '../sealed.ts';
import type { Fact } from './facts.ts';
import { placeOf, withPerson, withPosts } from './growth.ts';
import { numberOfPerson } from './numbering.ts';
import { sayWhetherPossible } from './offer.ts';
import { setPerson } from './people.ts';
import { placeReached } from './planned-absence.ts';
import { isBlank } from './reason.ts';
import { settle } from './settle.ts';
import { at } from './vector.ts';
import { accepted, andThen, refused, stale } from './verdict.ts';
import type { Live, Step, Verdict } from './verdict.ts';
import type { WorldPerson, WorldPost } from './world.ts';

/** At their rank; where that has passed, here or in an earlier session, as an absentee. */
export function add(
  context: Live,
  command: { readonly person: WorldPerson; readonly edition: number; readonly reason: Sealed },
  now: Ms,
): Verdict {
  const { person, edition, reason } = command;
  const { id, callOrder } = person;
  if (numberOfPerson(context.world, id) !== null) return refused({ code: 'ALREADY_LISTED' });
  if (context.world.people.some(other => other.callOrder === callOrder)) return stale('otherPlace');
  if (isBlank(reason)) return refused({ code: 'REASON_REQUIRED' });
  const number = placeOf(context.world, callOrder);
  const passed = isPassed(context, number);
  const grown = withPerson(context, { ...person, carried: passed ? ABSENT : null });
  const state = passed ? 'absent' : 'waiting';
  const joined: Step = {
    context: asOf(grown, number, now),
    facts: [{ kind: 'joined', person: id, callOrder, state, at: now, edition }],
  };
  return accepted(
    settle(
      context,
      andThen(joined, next => excusedWhereSo(next, number)),
      now,
    ),
  );
}

const ABSENT = { state: 'absent', cause: 'byModerator', returns: 0, owedReturn: false } as const;

/** Reached, here or in an earlier session, by somebody behind them: whoever stands at their number now is the first. */
const isPassed = (context: Live, number: number): boolean =>
  context.world.people.some((_, other) => other >= number && placeReached(context, other));

/** They come in now, not at the start. */
function asOf(context: Live, number: number, now: Ms): Live {
  const { state, connected } = at(context.people, number);
  return setPerson(context, number, {
    state: state.kind === 'absent' ? { ...state, at: now } : state,
    lastSeenAt: connected ? now : null,
  });
}

function excusedWhereSo(context: Live, number: number): Step {
  const { state } = at(context.people, number);
  const { id } = context.world.people[number] ?? {};
  if (state.kind !== 'excused' || id === undefined) return { context, facts: [] };
  return { context, facts: [{ kind: 'excused', person: id, reason: state.reason }] };
}

/** Valid at once, announced to all; no time is added (domain §4). */
export function addPosts(
  context: Live,
  command: { readonly posts: readonly WorldPost[]; readonly edition: number; readonly reason: Sealed },
  now: Ms,
): Verdict {
  const { posts, edition, reason } = command;
  const last = context.world.posts.at(-1)?.id ?? 0;
  if (posts.some(({ id }) => id <= last)) return stale('offered');
  if (isBlank(reason)) return refused({ code: 'REASON_REQUIRED' });
  const named = posts.map(({ id, line }) => ({ post: id, line }));
  const blocked = posts.flatMap(({ id, line, blocked }): Fact[] =>
    blocked ? [{ kind: 'postBlocked', post: id, line, blocked, reason }] : [],
  );
  return accepted(
    sayWhetherPossible({
      context: withPosts(context, posts),
      facts: [{ kind: 'postsAdded', posts: named, edition, at: now, reason }, ...blocked],
    }),
  );
}
