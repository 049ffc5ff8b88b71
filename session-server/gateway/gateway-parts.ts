/** What a gateway works with, handed in at the start, and what its parts ask of it. */
import type { Clock } from '../../api/kit/clock.ts';
import type { Log } from '../../api/kit/log.ts';
import type { Database } from '../../migrations/open.ts';
import type { Bus } from '../bus/bus.ts';
import type { SocketLimits } from './limits.ts';
import type { PresenceBook } from './presence-book.ts';

export interface GatewayParts {
  readonly database: Database;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Log;
  readonly port: number;
  readonly origins: readonly string[];
  readonly limits: SocketLimits;
}

/** The gateway as its own parts see it. */
export interface GatewayCore {
  readonly parts: GatewayParts;
  readonly presence: PresenceBook;
  publish(topic: string, text: string): void;
}
