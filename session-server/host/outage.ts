/** What an outage of ours owes the session (architecture §4): the time back, and after a long one a pause. */
import type { Ms } from '../../machines/ids.ts';
import { seal } from '../../machines/sealed.ts';
import type { CommandBody } from '../../machines/session/commands.ts';
import type { Bus } from '../bus/bus.ts';
import type { Held } from './held.ts';

/** After a longer outage the room is paused and a moderator resumes. */
const PAUSE_AFTER_MS = 30_000;

type Credit = Extract<CommandBody, { type: 'credit' }>;
type Pause = Extract<CommandBody, { type: 'pause' }>;

/** From when an owner was last known to live: `alive_at`, or the last row where that is later. */
export function creditFor({ aliveAt, at }: Held, now: Ms, presence: 'anew' | 'kept'): Credit {
  const from = Math.max(aliveAt ?? 0, at);
  const credit: Credit = { type: 'credit', from, to: Math.max(now, from) };
  return presence === 'kept' ? { ...credit, presence } : credit;
}

/** Only where the record could not be written: after a restart the clocks wait for people to be connected again. */
export function pauseFor({ from, to, presence }: Credit): Pause | null {
  if (presence !== 'kept' || to - from <= PAUSE_AFTER_MS) return null;
  return { type: 'pause', on: 'running', reason: seal('incident'), incident: true };
}

/** Outside the numbered stream: nothing is recorded, so nothing has a number. */
export function say(bus: Bus, { session, amphitheatre }: Held, notice: 'suspended' | 'restored'): void {
  bus.publish(amphitheatre, { kind: 'notice', notice, session });
}
