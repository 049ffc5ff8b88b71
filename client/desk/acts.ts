/** Which acts an amphitheatre offers to moderators as it stands: no greyed button, only what the state takes (domain §2). */
import type { ListedAmphitheatre } from '../http/answers.ts';

export type Act = 'publish' | 'cut' | 'validate' | 'open' | 'withdraw';

/**
 * In the order they are shown, the next step first. The server decides all the same and says why where it refuses:
 * this list only leaves out what can never be taken in this state.
 */
export function offeredActs({
  published,
  sessions,
}: Pick<ListedAmphitheatre, 'published' | 'sessions'>): readonly Act[] {
  const states = new Set(sessions.map(({ state }) => state));
  const started = ['running', 'paused', 'closed'].some(state => states.has(state as 'running'));
  const toPublish = !(published.offer && published.timetable && published.callList);
  const publish: readonly Act[] = toPublish ? ['publish'] : [];
  if (started) return publish;
  if (states.has('open')) return [...publish, 'cut', 'withdraw'];
  if (states.has('validated')) return [...publish, 'open', 'cut', 'withdraw'];
  if (states.has('draft')) return [...publish, 'validate', 'cut'];
  return [...publish, 'cut'];
}
