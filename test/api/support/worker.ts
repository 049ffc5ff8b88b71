/** The real worker on a test's database: whoever opens it closes it, before the database is dropped. */
import { systemClock } from '../../../api/kit/clock.ts';
import type { Clock } from '../../../api/kit/clock.ts';
import { openLog } from '../../../api/kit/log.ts';
import { runWorker } from '../../../api/worker/run.ts';
import type { Database } from '../../../migrations/open.ts';
import { testConfig } from './running-api.ts';

export interface RunningWorker {
  close(): Promise<void>;
}

/** @param env settings beside those of every test. */
export function runningWorker(
  database: Database,
  {
    env = {},
    clock = systemClock,
  }: { readonly env?: Readonly<Record<string, string>>; readonly clock?: Clock } = {},
): Promise<RunningWorker> {
  const config = testConfig(env);
  return runWorker({ config, database, clock, log: openLog(config, 'worker') });
}
