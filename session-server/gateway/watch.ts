/** What is said in passing by NOTIFY (architecture §2.6), and when words of it may have been lost. */
import type { Log } from '../../api/kit/log.ts';
import type { EndOfLogin } from '../../api/sign-in/logins.ts';
import type { AccountId, AmphitheatreId, LoginId, PersonId, SessionId } from '../../machines/ids.ts';
import { listen } from '../../migrations/notifications.ts';
import type { OwnChange, ServerFrame } from '../../machines/wire/frames.ts';
import type { Listener } from '../../migrations/notifications.ts';
import type { StreamId } from '../bus/stream-id.ts';

export interface Watcher {
  /**
   * Changed outside its stream.
   * @param rehearsal concerned alone; undefined: the amphitheatre and everything that follows it.
   */
  amphitheatreChanged(id: AmphitheatreId, rehearsal: SessionId | undefined): Promise<void>;
  loginEnded(id: LoginId, why: EndOfLogin): void;
  favouritesChanged(person: PersonId, version: number): void;
  /**
   * Something new in this account's bell, or read on another device; or what is its own outside every stream.
   * @param account null: every moderator's.
   */
  ownChanged(account: AccountId | null, frame: Extract<ServerFrame, { type: 'bell' | 'changed' }>): void;
  /** A moderator came or left at that gateway. */
  roomChanged(room: StreamId, gateway: string): Promise<void>;
  /** Listening anew: what was said meanwhile was not heard. */
  listening(): Promise<void>;
}

export function watchChanges(url: string, log: Log, watcher: Watcher): Promise<Listener> {
  const untold = (error: unknown): void => log.error({ err: error }, 'change.notTold');
  return listen(
    url,
    {
      amphitheatre_changed(payload) {
        const { amphitheatre, rehearsal } = payload as {
          readonly amphitheatre: AmphitheatreId;
          readonly rehearsal?: SessionId;
        };
        watcher.amphitheatreChanged(amphitheatre, rehearsal).catch(untold);
      },
      login_ended(payload) {
        const { login, why = 'SIGNED_OUT' } = payload as {
          readonly login: LoginId;
          readonly why?: EndOfLogin;
        };
        watcher.loginEnded(login, why);
      },
      favourites(payload) {
        const { person, version } = payload as { readonly person: PersonId; readonly version: number };
        watcher.favouritesChanged(person, version);
      },
      bell(payload) {
        watcher.ownChanged((payload as { readonly account: AccountId }).account, { type: 'bell' });
      },
      changed(payload) {
        const { account = null, what } = payload as {
          readonly account?: AccountId;
          readonly what: OwnChange;
        };
        watcher.ownChanged(account, { type: 'changed', what });
      },
      room_moderator(payload) {
        const {
          amphitheatre,
          rehearsal = null,
          gateway,
        } = payload as Pick<StreamId, 'amphitheatre'> & Partial<StreamId> & { readonly gateway: string };
        watcher.roomChanged({ amphitheatre, rehearsal }, gateway).catch(untold);
      },
    },
    error => log.warn({ err: error }, 'notifications.fault'),
    () => void watcher.listening().catch(untold),
  );
}
