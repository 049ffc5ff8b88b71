/** The measured server: gateway and host in one process as in `npm start`, each commit noted. Started by `run.ts`. */
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { systemClock } from '../../api/kit/clock.ts';
import { readConfig } from '../../api/kit/config.ts';
import { openLog } from '../../api/kit/log.ts';
import { openEmbedded } from '../../migrations/embedded/open.ts';
import { type Database, migrate, openDatabase, type Sql } from '../../migrations/open.ts';
import type { Bus } from '../../session-server/bus/bus.ts';
import { localBus } from '../../session-server/bus/local.ts';
import { Gateway } from '../../session-server/gateway/gateway.ts';
import { DEFAULT_SOCKET_LIMITS } from '../../session-server/gateway/limits.ts';
import { Host } from '../../session-server/host/host.ts';
import { presenceTable } from '../../session-server/host/presence.ts';
import { serveParent } from './child.ts';
import { machineNow } from './process-clock.ts';
import type { ServerAnswer, ServerOrder } from './server-child.ts';

const SEMESTER = '2027-05';
const ORIGIN = 'http://localhost:3000';

const folder = mkdtempSync(join(tmpdir(), 'amphitheatre-bench-'));
chmodSync(folder, 0o755);
const log = openLog({ logLevel: 'warn' }, 'bench');
const embedded = await openEmbedded({ folder, log });
const database = await openDatabase(embedded.url);
await migrate(database);
await database.sql('insert into semester (code, current) values (?, true)', [SEMESTER]);

let committedAt = 0;
const commits = new Map<number, number>();
const noted = noting(database);
const bus = stamping(localBus());
const config = readConfig({ PORT: '3000', SOCKET_PORT: '0' });
const parts = { bus, database: noted, clock: systemClock, log };
const host = new Host({
  ...parts,
  presence: presenceTable(systemClock),
  name: 'bench',
  mailDomain: 'bench.example',
});
await host.open();
const gateway = new Gateway({
  ...parts,
  port: config.socketPort,
  origins: [ORIGIN],
  limits: DEFAULT_SOCKET_LIMITS,
  name: 'bench',
  production: false,
});
await gateway.open();

const SAMPLED_EVERY_MS = 5; // counted by Node as delay, of an idle loop too
const delay = monitorEventLoopDelay({ resolution: SAMPLED_EVERY_MS });
delay.enable();
let cpu = process.cpuUsage();

serveParent(async (_order: ServerOrder): Promise<ServerAnswer> => {
  const used = process.cpuUsage(cpu);
  cpu = process.cpuUsage();
  const answer: ServerAnswer = {
    type: 'usage',
    cpuMs: (used.user + used.system) / 1000,
    loopDelayMaxMs: Math.round(delay.max / 1e5 - SAMPLED_EVERY_MS * 10) / 10,
    commits: new Map(commits),
  };
  commits.clear();
  delay.reset();
  return answer;
});

process.on('SIGTERM', () => void end());
process.send?.({
  type: 'ready',
  databaseUrl: embedded.url,
  socketUrl: `ws://localhost:${gateway.port}`,
  origin: ORIGIN,
} satisfies ServerAnswer);

async function end(): Promise<void> {
  await gateway.close();
  await host.close();
  await database.close();
  await embedded.close();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

/** Notes when an append is back: the statement commits by itself. */
function noting(inner: Database): Database {
  const sql: Sql = async (text, params) => {
    const rows = await inner.sql<never>(text, params);
    if (text.includes('insert into journal')) committedAt = machineNow();
    return rows;
  };
  return { ...inner, sql };
}

/** The row that is published next is the one committed last: one session is measured at a time. */
function stamping(inner: Bus): Bus {
  return {
    ...inner,
    publish(amphitheatre, live) {
      if (live.kind === 'row' && live.row.pub !== null) commits.set(live.row.pub, committedAt);
      inner.publish(amphitheatre, live);
    },
  };
}
