/** The live side in one process: gateway and host on one bus. `start.ts` opens it in the house, `start-sessions.ts` alone. */
import type { Clock } from '../api/kit/clock.ts';
import { mailDomainOf } from '../api/kit/config.ts';
import type { Config } from '../api/kit/config.ts';
import type { Log } from '../api/kit/log.ts';
import type { Database } from '../migrations/open.ts';
import type { Bus } from './bus/bus.ts';
import { joinedBus } from './bus/joined.ts';
import { localBus } from './bus/local.ts';
import { redisBus } from './bus/redis.ts';
import { Gateway } from './gateway/gateway.ts';
import { DEFAULT_SOCKET_LIMITS } from './gateway/limits.ts';
import type { SocketLimits } from './gateway/limits.ts';
import { Host } from './host/host.ts';
import { presenceTable } from './host/presence.ts';
import { nameOfThisProcess } from './process-name.ts';

export interface LiveParts {
  readonly config: Pick<Config, 'socketPort' | 'origins' | 'redisUrl' | 'publicUrl' | 'production'>;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits?: SocketLimits;
}

export interface Live {
  /** Of the sockets. */
  readonly port: number;
  /** How many are open now. */
  sockets(): number;
  /** How many amphitheatres the gateway holds in memory. */
  amphitheatres(): number;
  /** Hands sessions over first, then lets the sockets go (architecture §4). */
  close(): Promise<void>;
}

/** @throws PortTaken */
export async function openLive({
  config,
  database,
  clock,
  log,
  limits = DEFAULT_SOCKET_LIMITS,
}: LiveParts): Promise<Live> {
  const bus = await openBus(config.redisUrl, log);
  const name = nameOfThisProcess();
  const gateway = new Gateway({
    database,
    bus,
    clock,
    log: log.child({ room: 'gateway' }),
    port: config.socketPort,
    origins: config.origins,
    limits,
    name,
    production: config.production,
  });
  const host = new Host({
    database,
    bus,
    clock,
    log: log.child({ room: 'host' }),
    presence: presenceTable(clock),
    name,
    mailDomain: mailDomainOf(config),
  });
  try {
    await gateway.open(); // first: a port that is taken must not cost a session its owner
    await host.open();
  } catch (error) {
    await gateway.close();
    await bus.close();
    throw error;
  }
  log.info({ port: gateway.port }, 'live.ready');
  return {
    port: gateway.port,
    sockets: () => gateway.sockets,
    amphitheatres: () => gateway.amphitheatres,
    async close() {
      await host.close();
      await gateway.close();
      await bus.close();
    },
  };
}

async function openBus(url: string | null, log: Log): Promise<Bus> {
  if (url === null) return localBus();
  return joinedBus(localBus(), await redisBus(url, error => log.warn({ err: error }, 'redis.fault')));
}
