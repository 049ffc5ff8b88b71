/**
 * The worker's process: `tsx api/worker/start.ts`, alone or as a child of the house. It needs DATABASE_URL. As a child
 * it stops when its parent's channel closes, however the parent went; alone on SIGINT or SIGTERM.
 */
import { migrate, openDatabase } from '../../migrations/open.ts';
import { systemClock } from '../kit/clock.ts';
import { ConfigFault, readConfig } from '../kit/config.ts';
import type { Config } from '../kit/config.ts';
import { openLog } from '../kit/log.ts';
import { runWorker } from './run.ts';

const LONGEST_STOP_MS = 15_000;

async function main(config: Config): Promise<void> {
  if (config.databaseUrl === null)
    throw new ConfigFault(['DATABASE_URL is required: the worker opens no database of its own']);
  const log = openLog(config, 'worker');
  const database = await openDatabase(config.databaseUrl);
  if (process.send === undefined) await migrate(database); // a child's parent has
  const worker = await runWorker({ config, database, clock: systemClock, log });
  let stopping = false;
  const stop = async (why: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ why }, 'worker.stopping');
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    await worker.close();
    await database.close();
    process.exit(0); // a parent's channel that is still open would keep the process
  };
  const stopLoudly = (why: string): void => {
    stop(why).catch((error: unknown) => {
      log.error({ err: error }, 'worker.stop-failed');
      process.exit(1);
    });
  };
  // SIGINT reaches a terminal's whole group: a child waits for its parent, which still needs the mails sent.
  process.on('SIGINT', () => (process.send === undefined ? stopLoudly('SIGINT') : undefined));
  process.on('SIGTERM', () => stopLoudly('SIGTERM'));
  process.on('disconnect', () => stopLoudly('the parent went away'));
  log.info({}, 'worker.ready');
  process.send?.({ ready: true });
}

try {
  await main(readConfig(process.env));
} catch (error) {
  process.stderr.write(
    `${error instanceof ConfigFault ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
}
