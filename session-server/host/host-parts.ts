/** What the host and each of its sessions work with, handed in at the start. */
import type { Clock } from '../../api/kit/clock.ts';
import type { Log } from '../../api/kit/log.ts';
import type { Database } from '../../migrations/open.ts';
import type { Bus } from '../bus/bus.ts';
import type { Presence } from './presence.ts';

export interface HostParts {
  readonly database: Database;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Log;
  readonly presence: Presence;
  /** This host, for people who read the session table. */
  readonly name: string;
  /** Right-hand side of the mails' Message-ID. */
  readonly mailDomain: string;
}
