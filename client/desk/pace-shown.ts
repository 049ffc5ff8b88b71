/** The session's rhythm, its estimated end and the planned one, as the strip shows them. Estimates decide nothing. Pure. */
import { hour } from '../../machines/french-time.ts';
import type { Ms } from '../../machines/ids.ts';
import { estimatedEnd, paceOf } from '../../machines/session/estimate.ts';
import type { PublicSession, PublicState } from '../../machines/session/public-state.ts';
import { duration } from '../ui/format.ts';

export interface PaceShown {
  /** «1 min 12 s»; null before a turn was seen. */
  readonly rhythm: string | null;
  /** «10 h 31», «suspendue» in a pause; null where nobody is left, or no hour is known. */
  readonly end: string | null;
  /** «10 h 30»: its hour and the length of a turn for each. */
  readonly planned: string | null;
}

/** @param size of the session: everybody of it. */
export function paceShown(state: PublicState, session: PublicSession, size: number, now: Ms): PaceShown {
  const over = session.state === 'closed';
  const pace = paceOf(state, session);
  const estimate = over ? null : estimatedEnd(state, session.id, now);
  return {
    rhythm: pace.turns === 0 ? null : duration(pace.perTurnMs),
    end: estimate === null ? null : estimate.kind === 'suspended' ? 'suspendue' : hour(estimate.at),
    planned: over || session.startsAt === null ? null : hour(session.startsAt + size * session.turnMs),
  };
}
