/** What an outage of ours owes the session (architecture §4): the time back, and after a long one a pause. */
import type { Ms } from '../../machines/ids.ts';
import { seal } from '../../machines/sealed.ts';
import type { CommandBody } from '../../machines/session/commands.ts';
import type { Bus } from '../bus/bus.ts';
import { streamOf } from '../bus/stream-id.ts';
import type { Held } from './held.ts';

/** After a longer outage the room is paused and a moderator resumes. */
const PAUSE_AFTER_MS = 30_000;

type Credit = Extract<CommandBody, { type: 'credit' }>;
type Pause = Extract<CommandBody, { type: 'pause' }>;

/** What the host asks of the session before anything else: the time given back, and the pause where it was long. */
export function owedAfter(from: Ms, now: Ms, presence: 'anew' | 'kept'): readonly CommandBody[] {
  const credit = creditFor(from, now, presence);
  const pause = pauseFor(credit);
  return pause ? [credit, pause] : [credit];
}

/** When an owner was last known to live: `alive_at`, or the last row where that is later. */
export const lastAlive = ({ aliveAt, at }: Held): Ms => Math.max(aliveAt ?? 0, at);

function creditFor(from: Ms, now: Ms, presence: 'anew' | 'kept'): Credit {
  const credit: Credit = { type: 'credit', from, to: Math.max(now, from) };
  return presence === 'kept' ? { ...credit, presence } : credit;
}

/** Only where the record could not be written, or nobody was heard: after a restart the clocks wait for people to be connected again. */
function pauseFor({ from, to, presence }: Credit): Pause | null {
  if (presence !== 'kept' || to - from <= PAUSE_AFTER_MS) return null;
  return { type: 'pause', on: 'running', reason: seal('incident'), incident: true };
}

/** Outside the numbered stream: nothing is recorded, so nothing has a number. */
export function say(bus: Bus, held: Held, notice: 'suspended' | 'restored'): void {
  bus.publish(streamOf(held), { kind: 'notice', notice, session: held.session });
}
