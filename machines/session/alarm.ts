/** What time asks of a session (architecture §2: time is a command); the host's clock is set by it and sends it. */
import type { Ms } from '../ids.ts';
import type { CommandBody } from './commands.ts';
import { dueAt } from './due.ts';
import type { SessionContext } from './state.ts';

/**
 * The one command that time will bring next and when; null where no clock runs.
 * Stamp it with max(now, `at`): timers may fire a millisecond early, and the machine refuses what is early.
 */
export function alarm({
  context: { world, called, closesAt },
}: {
  readonly context: SessionContext;
}): { readonly at: Ms; readonly body: CommandBody } | null {
  if (!world) return null;
  if (closesAt !== null) return { at: closesAt, body: { type: 'graceOver' } };
  if (!called || called.endsAt === null) return null;
  return {
    at: dueAt(called, called.endsAt, world.settings),
    body: { type: 'deadline', turn: called.turn },
  };
}
