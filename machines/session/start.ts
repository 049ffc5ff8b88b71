/** From `start` on a session needs nothing but commands: its world in numbers, and the first one called. */
import type { Ms } from '../ids.ts';
import type { StartedPerson } from './facts.ts';
import { firstContext } from './first-context.ts';
import { comeBack, returnOnConnection } from './returns.ts';
import { callNext } from './turn.ts';
import { at } from './vector.ts';
import { accepted, refused, andThen } from './verdict.ts';
import type { Live, Step, Verdict } from './verdict.ts';
import type { World } from './world.ts';

export function start(
  { world, earlierOpen }: { readonly world: World; readonly earlierOpen: number | null },
  now: Ms,
): Verdict {
  if (earlierOpen !== null) return refused({ code: 'EARLIER_SESSION_OPEN', number: earlierOpen });
  const context = firstContext(world, now);
  const people = world.people.flatMap(({ id }, number): StartedPerson[] => {
    const { state, elsewhere } = at(context.people, number);
    const { kind } = state;
    if (elsewhere) return [];
    return [{ person: id, state: kind === 'absent' || kind === 'excused' ? kind : 'waiting' }];
  });
  const started: Step = { context, facts: [{ kind: 'started', at: now, people }] };
  return accepted(
    andThen(
      andThen(started, next => bringBackConnected(next, now)),
      next => callNext(next, now),
    ),
  );
}

/** Whoever was carried over as an absentee and is connected counts as just connected (domain §3). */
function bringBackConnected(context: Live, now: Ms): Step {
  let step: Step = { context, facts: [] };
  context.world.people.forEach(({ connected }, number) => {
    const live = at(context.people, number);
    const how = connected ? returnOnConnection(live, context.world.settings) : null;
    if (how) step = andThen(step, next => comeBack(next, number, how, now));
  });
  return step;
}
