/** Starts the API: pages, `/api` and health on one port. `session-server/start.ts` calls it, and so does `start-alone.ts`. */
import { createAdaptorServer } from '@hono/node-server';
import type { ServerType } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { createClient } from 'redis';
import type { Database } from '../migrations/open.ts';
import { DEFAULT_LIMITS, makeLimits } from './http/limits.ts';
import type { LimitSettings } from './http/limits.ts';
import type { Clock } from './kit/clock.ts';
import { originsOf } from './kit/config.ts';
import type { Config } from './kit/config.ts';
import type { Log } from './kit/log.ts';
import { openMetrics } from './kit/metrics.ts';
import { makeServer } from './server.ts';
import { openGuessing } from './sign-in/guessing.ts';

export interface ApiParts {
  readonly config: Config;
  readonly database: Database;
  readonly log: Log;
  readonly clock: Clock;
  readonly limits?: LimitSettings;
}

/** @throws in production where a demonstration account exists, and where the port is taken. */
export async function startApi({
  config,
  database,
  log,
  clock,
  limits = DEFAULT_LIMITS,
}: ApiParts): Promise<{ port: number; close(): Promise<void> }> {
  if (config.production) await refuseDemoAccounts(database);
  // Behind a proxy everybody is one address then, and slowed by what all of them ask together.
  if (config.production && config.trustedProxyHeader === null) log.warn({}, 'api.no-proxy-header');
  const redis = config.redisUrl === null ? null : await openRedis(config.redisUrl, log);
  const metrics = openMetrics('api');
  const guessing = openGuessing();
  // The application is made once the port is known: with port 0 the origin of our own pages follows from it.
  const listening = createAdaptorServer({ fetch: (request, env) => application.fetch(request, env) });
  const port = await listen(listening, config.port);
  const origins =
    config.port === 0 ? [...config.origins, ...originsOf(`http://localhost:${port}`, false)] : config.origins;
  const application = makeServer(
    { config, database, log, clock, limits: makeLimits(clock, redis, limits), guessing },
    metrics,
    origins,
  );
  log.info({ port }, 'api.ready');
  return {
    port,
    async close() {
      await closeServer(listening);
      metrics.close();
      await guessing.close();
      redis?.destroy();
    },
  };
}

async function refuseDemoAccounts({ sql }: Database): Promise<void> {
  const [row] = await sql<{ count: number }>('select count(*) from account where demo');
  if (row !== undefined && row.count > 0)
    throw new Error(
      `${row.count} demonstration accounts exist, with a password everybody knows: production refuses to start with them`,
    );
}

type Redis = ReturnType<typeof createClient>;

/** For the limits only: without it they count in memory, so its absence stops nothing. */
async function openRedis(url: string, log: Log): Promise<Redis> {
  const redis: Redis = createClient({
    url,
    disableOfflineQueue: true,
    socket: { reconnectStrategy: tries => Math.min(50 * 2 ** tries, 1_000) },
  });
  redis.on('error', (error: unknown) => log.warn({ err: error }, 'api.redis'));
  redis.connect().catch((error: unknown) => log.warn({ err: error }, 'api.redis'));
  return redis;
}

function listen(server: ServerType, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve((server.address() as AddressInfo).port));
  });
}

const LONGEST_CLOSE_MS = 5_000;

/** Answers what is being asked, then closes; idle connections at once, so that nobody waits for a browser. */
function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve, reject) => {
    const cut = setTimeout(
      () => 'closeAllConnections' in server && server.closeAllConnections(),
      LONGEST_CLOSE_MS,
    );
    server.close(error => {
      clearTimeout(cut);
      if (error === undefined) resolve();
      else reject(error);
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
