/** What a gateway works with, handed in at the start. */
import type { Clock } from '../../api/kit/clock.ts';
import type { Log } from '../../api/kit/log.ts';
import type { Database } from '../../migrations/open.ts';
import type { Bus } from '../bus/bus.ts';
import type { SocketLimits } from './limits.ts';

export interface GatewayParts {
  readonly database: Database;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Log;
  readonly port: number;
  readonly origins: readonly string[];
  readonly limits: SocketLimits;
  /** This gateway, as hosts and moderators know it: where somebody was last seen. */
  readonly name: string;
  /** Outside production everybody may look at the state chart; else administrators alone. */
  readonly production: boolean;
}
