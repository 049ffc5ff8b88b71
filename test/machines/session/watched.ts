/** A session between a closed one and one to come, followed by a watcher who is told every decision. */
import type { SessionId } from '../../../machines/ids.ts';
import { publicFacts } from '../../../machines/session/public-facts.ts';
import { applyDelta } from '../../../machines/session/public-fold.ts';
import { fromSnapshot } from '../../../machines/session/public-state.ts';
import type { PublicState } from '../../../machines/session/public-state.ts';
import type { World } from '../../../machines/session/world.ts';
import { before } from './projection.ts';
import { opened, startIn } from './stage.ts';
import type { Stage } from './stage.ts';
import { worldOf } from './world.ts';
import type { WorldOptions } from './world.ts';

export const EARLIER = 6 as SessionId;
export const SESSION = 7 as SessionId;
export const NEXT = 8 as SessionId;

/** A session between a closed one, of those who chose elsewhere, and one to come. */
export function publicStateOf(world: World): PublicState {
  const bare = before(world);
  const [session] = bare.sessions;
  if (!session) throw new Error('no session');
  const earlier = new Map(world.people.map(({ id, carried }) => [id, carried?.state]));
  return fromSnapshot({
    ...bare,
    sessions: [
      { ...session, id: EARLIER, number: 1, state: 'closed' },
      { ...session, number: 2 },
      { ...session, id: NEXT, number: 3 },
    ],
    people: bare.people.map(([id, callOrder, own, state, ...rest]) => {
      const carried = earlier.get(id);
      if (carried === 'chosen') return [id, callOrder, EARLIER, 'chosen', 11 as never, 5];
      return carried === 'passed'
        ? [id, callOrder, EARLIER, 'notChoosing', null, null]
        : [id, callOrder, own, state, ...rest];
    }),
  });
}

/** A session that has started, with the copy of a watcher who is told every decision, as it comes over the wire. */
export function watched(options: WorldOptions = {}): {
  readonly session: Stage;
  readonly state: PublicState;
} {
  const world = worldOf(options);
  const state = publicStateOf(world);
  const session = opened(undefined, ({ command, decision }) => {
    if (decision.kind === 'refused') return;
    const facts = publicFacts(decision.facts);
    const told = JSON.parse(JSON.stringify(facts)) as typeof facts;
    applyDelta(state, { pub: state.pub + 1, session: SESSION, at: command.at, facts: told });
  });
  session.accept(startIn(world));
  return { session, state };
}
