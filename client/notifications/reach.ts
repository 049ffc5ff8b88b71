/** Whether push wakes this device for who is signed in: the account says it, the browser's permission alone does not. Pure. */
import type { NotificationSettings } from '../http/answers.ts';

/** `noPush`: this installation sends none to anybody. */
export type Reach = 'woken' | 'asleep' | 'noPush';

export function reachOf({ pushKey, devices }: Pick<NotificationSettings, 'pushKey' | 'devices'>): Reach {
  if (pushKey === null) return 'noPush';
  return devices.some(({ own }) => own) ? 'woken' : 'asleep';
}
