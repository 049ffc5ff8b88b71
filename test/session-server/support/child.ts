/** The session server as a process of its own, to be killed in the middle of a turn and started again. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { ORIGIN } from './watcher.ts';

export interface Child {
  readonly port: number;
  readonly pid: number;
  /** SIGKILL: nothing is handed over. */
  kill(): Promise<void>;
  /** SIGTERM, and waits for the end in good order. @returns the exit code. */
  stop(): Promise<number | null>;
}

/** Ready when it says so in its log. */
export async function startChild(databaseUrl: string, redisUrl?: string): Promise<Child> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'session-server/start-sessions.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'test',
      DATABASE_URL: databaseUrl,
      ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
      SOCKET_PORT: '0',
      PUBLIC_URL: ORIGIN,
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout);
  let port = 0;
  for await (const line of lines) {
    const said = JSON.parse(line) as { readonly msg: string; readonly port?: number };
    if (said.msg !== 'live.ready') continue;
    port = said.port ?? 0;
    break;
  }
  child.stdout.resume();
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    child.kill(signal);
    const [code] = await once(child, 'exit');
    return code;
  };
  return {
    port,
    pid: child.pid ?? 0,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}
