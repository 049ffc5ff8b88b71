/** The worker, always a child (architecture §1): started again with growing patience where it dies. */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from '../../api/kit/log.ts';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** A worker that lived this long had started well: patience begins anew. */
const LIVED_MS = 60_000;
const STOP_WITHIN_MS = 16_000; // the worker gives itself 15 s

export interface WorkerChild {
  close(): Promise<void>;
}

/** @param databaseUrl with its password: handed down in the environment, not on the command line. */
export function startWorker(databaseUrl: string, log: Log): WorkerChild {
  // Compiled or not, the worker stands beside us in the same form.
  const file = fileURLToPath(
    new URL(`../../api/worker/start${extname(import.meta.filename)}`, import.meta.url),
  );
  let child: ChildProcess | null = null;
  let again: NodeJS.Timeout | undefined;
  let wait = FIRST_WAIT_MS;
  let closing = false;

  const start = (): void => {
    const startedAt = Date.now();
    child = fork(file, [], { env: { ...process.env, DATABASE_URL: databaseUrl }, stdio: 'inherit' });
    child.once('exit', (code, signal) => {
      child = null;
      if (closing) return;
      wait = Date.now() - startedAt > LIVED_MS ? FIRST_WAIT_MS : Math.min(wait * 2, LONGEST_WAIT_MS);
      log.error({ code, signal, againInMs: wait }, 'worker.died');
      again = setTimeout(start, wait);
    });
  };
  start();

  return {
    async close() {
      closing = true;
      clearTimeout(again);
      const running = child;
      if (!running) return;
      const gone = once(running, 'exit', { signal: AbortSignal.timeout(STOP_WITHIN_MS) });
      running.kill('SIGTERM');
      await gone.catch(() => running.kill('SIGKILL'));
    },
  };
}
