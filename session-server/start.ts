/**
 * `npm start`: the whole house by one command (architecture §1). Database (embedded, or DATABASE_URL), demo data on
 * the first run, the pages, the API, the live side; the worker is a child. What is opened is closed in reverse order.
 */
import { makeDemoAccounts, readDemoAccounts } from '../api/demo-accounts.ts';
import { readDemoSession } from '../api/demo-session.ts';
import { importDemo } from '../api/import/demo.ts';
import { systemClock } from '../api/kit/clock.ts';
import { readConfig } from '../api/kit/config.ts';
import type { Config } from '../api/kit/config.ts';
import { openLog } from '../api/kit/log.ts';
import type { Log } from '../api/kit/log.ts';
import { startApi } from '../api/start.ts';
import { openEmbedded } from '../migrations/embedded/open.ts';
import { migrate, openDatabase } from '../migrations/open.ts';
import type { Database } from '../migrations/open.ts';
import { buildClient } from './house/client-build.ts';
import { explain } from './house/explain.ts';
import { stopOnSignal } from './house/stop-on-signal.ts';
import { welcome } from './house/welcome.ts';
import { startWorker } from './house/worker-child.ts';
import { openLive } from './live.ts';
import { steadyClock } from './steady-clock.ts';

/** Where commands of the terminal look for the house unless told. */
const USUAL_PORT = 3000;
const USUAL_FOLDER = '.data';

type Close = () => Promise<void>;

async function main(config: Config): Promise<void> {
  const log = openLog(config, 'house');
  const opened: Close[] = [];
  const closeAll: Close = async () => {
    for (let close = opened.pop(); close; close = opened.pop()) await close();
  };
  try {
    const database = await open(config, log, opened);
    stopOnSignal(log, closeAll);
    await tellReady(config, log, database);
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function open(config: Config, log: Log, opened: Close[]): Promise<Database> {
  const pages = config.production ? null : buildClient(); // beside the database: each takes its second
  const url = config.databaseUrl ?? (await openOwnDatabase(config, log, opened));
  const database = await openDatabase(url);
  opened.push(() => database.close());
  await migrate(database);
  if (!config.production) await makeDemo(database);
  const built = await pages;
  if (built?.kind === 'failed')
    process.stderr.write(`La construction des pages a échoué\u00A0:\n${built.output}\n`);

  const ofSessions = await openDatabase(url); // connections of their own: a crowd at the API's door keeps no choice waiting
  opened.push(() => ofSessions.close());
  const live = await openLive({ config, database: ofSessions, clock: steadyClock(), log });
  opened.push(() => live.close());
  const api = await startApi({ config, database, log: log.child({ room: 'api' }), clock: systemClock });
  opened.push(() => api.close());
  const worker = startWorker(url, log);
  opened.push(() => worker.close());
  return database;
}

/** To a developer in words; in production what is printed is a log, a line an event. */
async function tellReady(config: Config, log: Log, { sql }: Database): Promise<void> {
  const startedInMs = performance.now(); // of the process: reading our own modules is most of a second start
  if (config.production) return log.info({ ms: Math.round(startedInMs) }, 'house.ready');
  process.stdout.write(
    welcome({
      url: config.publicUrl,
      otherPort: config.port === USUAL_PORT ? null : config.port,
      otherFolder: config.dataFolder === USUAL_FOLDER ? null : config.dataFolder,
      accounts: await readDemoAccounts(sql),
      session: await readDemoSession(sql),
      startedInMs,
    }),
  );
}

async function openOwnDatabase(config: Config, log: Log, opened: Close[]): Promise<string> {
  const embedded = await openEmbedded({ folder: config.dataFolder, log });
  opened.push(() => embedded.close());
  return embedded.url;
}

/** Once per database: where there is a semester nothing is touched. */
async function makeDemo(database: Database): Promise<void> {
  const demo = await importDemo(database);
  if (demo) await makeDemoAccounts(database, demo);
}

try {
  await main(readConfig(process.env));
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
