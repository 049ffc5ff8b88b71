/** «Me prévenir», at a gesture: from the page while it is open, and by push once it is not; the part that subscribes is loaded then. */
import type { BellRealm } from '../notifications/bells.ts';
import { askForNotifications, notifier } from './notifier.ts';

/** @returns in words what failed, null where nothing did or the person said no. */
export async function beTold(realm: BellRealm): Promise<string | null> {
  await askForNotifications();
  if (notifier.peek() !== 'on') return null;
  const { subscribeAsked } = await import('../notifications/push.ts');
  const done = await subscribeAsked(realm);
  return done.kind === 'failed' ? done.text : null;
}
