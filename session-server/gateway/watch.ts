/** What the API says in passing (architecture §2.6): an amphitheatre changed outside its stream, a login was ended. */
import type { Log } from '../../api/kit/log.ts';
import type { AmphitheatreId, LoginId } from '../../machines/ids.ts';
import { listen } from '../../migrations/notifications.ts';
import type { Listener } from '../../migrations/notifications.ts';

export interface Watcher {
  amphitheatreChanged(id: AmphitheatreId): Promise<void>;
  loginEnded(id: LoginId): void;
}

export function watchChanges(url: string, log: Log, watcher: Watcher): Promise<Listener> {
  return listen(
    url,
    {
      amphitheatre_changed(payload) {
        const { amphitheatre } = payload as { readonly amphitheatre: AmphitheatreId };
        watcher
          .amphitheatreChanged(amphitheatre)
          .catch((error: unknown) => log.error({ err: error, amphitheatre }, 'change.notTold'));
      },
      login_ended(payload) {
        watcher.loginEnded((payload as { readonly login: LoginId }).login);
      },
    },
    error => log.warn({ err: error }, 'notifications.fault'),
  );
}
