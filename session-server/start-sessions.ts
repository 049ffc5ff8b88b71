/** The session server as a process of its own: `tsx session-server/start-sessions.ts`, several where Redis joins them. Needs DATABASE_URL. */
import { ConfigFault, readConfig } from '../api/kit/config.ts';
import type { Config } from '../api/kit/config.ts';
import { openLog } from '../api/kit/log.ts';
import { migrate, openDatabase } from '../migrations/open.ts';
import { explain } from './house/explain.ts';
import { stopOnSignal } from './house/stop-on-signal.ts';
import { openLive } from './live.ts';
import { steadyClock } from './steady-clock.ts';

async function main(config: Config): Promise<void> {
  if (config.databaseUrl === null)
    throw new ConfigFault(['DATABASE_URL is required: only the whole house opens a database of its own']);
  const log = openLog(config, 'sessions');
  const database = await openDatabase(config.databaseUrl);
  await migrate(database);
  const opening = openLive({ config, database, clock: steadyClock(), log });
  stopOnSignal(log, async () => {
    await (await opening).close(); // also where it was asked to stop as soon as it said that it was ready
    await database.close();
  });
  await opening;
}

try {
  await main(readConfig(process.env));
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
