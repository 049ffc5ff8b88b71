/** The API as a process of its own: `tsx api/start-alone.ts`, for installations that run several. Needs DATABASE_URL. */
import { migrate, openDatabase } from '../migrations/open.ts';
import { systemClock } from './kit/clock.ts';
import { ConfigFault, readConfig } from './kit/config.ts';
import { openLog } from './kit/log.ts';
import { startApi } from './start.ts';

try {
  const config = readConfig(process.env);
  if (config.databaseUrl === null)
    throw new ConfigFault(['DATABASE_URL is required: only the whole house opens a database of its own']);
  const log = openLog(config, 'api');
  const database = await openDatabase(config.databaseUrl);
  await migrate(database);
  const starting = startApi({ config, database, log, clock: systemClock });
  const stop = async (): Promise<void> => {
    await (await starting).close(); // also where it was asked to stop as soon as it said that it was ready
    await database.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      stop().catch((error: unknown) => {
        log.error({ err: error }, 'api.stop-failed');
        process.exitCode = 1;
      });
    });
  await starting;
} catch (error) {
  process.stderr.write(
    `${error instanceof ConfigFault ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exitCode = 1;
}
