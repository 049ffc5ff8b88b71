/** A moderator's command over the wire, from a random press on what is the case then. */
import type { PostId } from '../../../machines/ids.ts';
import type { SessionContext } from '../../../machines/session/state.ts';
import { at } from '../../../machines/session/vector.ts';
import type { WireCommand } from '../../../machines/wire/frames.ts';
import type { Press } from '../../machines/session/random-commands.ts';

const REASON = 'une raison';

/** Null where the press asks for nothing of theirs. */
export function moderatorsCommand(press: Press, context: SessionContext, post: PostId): WireCommand | null {
  const { world, called, pause, turn, people } = context;
  const number = (press.person - 1) % Math.max(1, people.length);
  const person = world?.people[number]?.id;
  const calledId = called && world?.people[called.person]?.id;
  if (!person) return null;
  const on = at(people, number).state.kind;
  const about = {
    person: calledId ?? person,
    turn,
    on: called?.mode ?? 'choosing',
    during: pause ? 'paused' : 'running',
    reason: REASON,
  } as const;
  switch (press.what) {
    case 'chooseCalled':
    case 'chooseOnBehalf':
      return { type: 'chooseOnBehalf', post, ...about };
    case 'markAbsent':
      return { type: 'markAbsent', ...about };
    case 'prolong':
      return {
        type: 'prolong',
        byMs: press.ms,
        was: { endsAt: called?.endsAt ?? null, leftMs: called?.leftMs ?? 0 },
        ...about,
      };
    case 'pass':
      return { type: 'pass', ...about };
    case 'callBack':
    case 'lift':
    case 'excuse':
      return { type: press.what, person, on, reason: REASON };
    case 'pause':
      return { type: 'pause', reason: REASON, on: 'running' };
    case 'resume':
      return { type: 'resume', on: 'paused' };
    case 'message':
      return { type: 'message', to: press.flag ? person : null, text: REASON };
    default:
      return null;
  }
}
