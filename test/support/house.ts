/**
 * A whole house for stories and benches: `session-server/start.ts` as a child process with its own ports, data folder
 * and embedded database, so that it can be killed like a real one and started again on what it left.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { databaseFromEnvironment } from '../../migrations/from-environment.ts';
import type { Database } from '../../migrations/open.ts';
import { fillHouseData } from './house-data.ts';
import { verifiedThen } from './verified-journals.ts';

export interface House {
  /** `http://localhost:40123`: pages and `/api`. */
  readonly url: string;
  /** What a command of the terminal needs to find this house. */
  readonly environment: Readonly<Record<string, string>>;
  /** A pool of our own on the house's database; closed by `remove`, and anew after `start`. */
  readonly database: Database;
  /** What it printed so far. */
  printed(): string;
  /** SIGKILL, to the house alone: what it leaves behind is the point. */
  kill(): Promise<void>;
  /** Starts again on the same ports and data. */
  start(): Promise<void>;
  /**
   * Stops it in good order and removes its data. Every journal in it is verified first, unless it is down.
   * @param journals `madeUp`: for stories that tamper with journals, or write rows that no machine decided.
   * @throws Error naming each thing that does not agree; the house is gone all the same.
   */
  remove(journals?: 'madeUp'): Promise<void>;
}

export interface Wanted {
  /**
   * `new`, the default: the first start there ever was. `copied`: as one leaves it, 3 s sooner; under mocha only, whose
   * root hooks remove what is copied from.
   */
  readonly data?: 'new' | 'copied';
  /** Where the project lies; this one by default, a copy of it for the bench. */
  readonly project?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const ROOT = join(import.meta.dirname, '..', '..');
const START_WITHIN_MS = 90_000; // the first one builds the client and imports the demo set
const STOP_WITHIN_MS = 35_000; // the house gives itself 30 s

export async function openHouse({
  data = 'new',
  project = ROOT,
  environment = {},
}: Wanted = {}): Promise<House> {
  const port = await freePair();
  const folder = mkdtempSync(join(tmpdir(), 'amphitheatre-house-'));
  chmodSync(folder, 0o755); // the database's own user must reach its folder below
  const url = `http://localhost:${port}`;
  const own = { PORT: String(port), DATA_DIR: join(folder, 'data'), NODE_ENV: 'test', ...environment };
  let output = '';
  let child: ChildProcess | null = null;
  let opened: Awaited<ReturnType<typeof databaseFromEnvironment>> | null = null;

  const start = async (): Promise<void> => {
    const started = spawn(process.execPath, ['--import', 'tsx', 'session-server/start.ts'], {
      cwd: project,
      env: { ...process.env, ...own },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', text => (output += String(text)));
    await untilReady(url, started, () => output);
    opened = await databaseFromEnvironment({ databaseUrl: null, folder: own.DATA_DIR });
  };
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    await opened?.close();
    opened = null;
    const running = child;
    child = null;
    if (running === null || running.exitCode !== null || running.signalCode !== null) return;
    const gone = once(running, 'exit', { signal: AbortSignal.timeout(STOP_WITHIN_MS) });
    running.kill(signal);
    await gone.catch(() => running.kill('SIGKILL'));
  };

  if (data === 'copied') await fillHouseData(own.DATA_DIR);
  await start();
  return {
    url,
    environment: own,
    get database() {
      if (opened === null) throw new Error('the house is down: start it first');
      return opened.database;
    },
    printed: () => output,
    kill: () => end('SIGKILL'),
    start,
    remove: journals =>
      verifiedThen(journals === 'madeUp' ? null : (opened?.database ?? null), async () => {
        await end('SIGTERM');
        rmSync(folder, { recursive: true, force: true });
      }),
  };
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const until = Date.now() + START_WITHIN_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the house stopped at once:\n${output()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok === true) return;
    await wait(50);
  }
  child.kill('SIGKILL');
  throw new Error(`the house was not ready within ${START_WITHIN_MS / 1000} s:\n${output()}`);
}

const FIRST_PORT = 20_000; // below those that systems give to connections that leave, which would take one meanwhile
const PORTS = 10_000;

/** A port whose next one is free too: pages on the first, sockets on the second. */
export async function freePair(): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + 2 * randomInt(PORTS / 2);
    if ((await listenOnce(port)) && (await listenOnce(port + 1))) return port;
  }
}

function listenOnce(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
