/**
 * Starts the server as a child that dies with us: a shell waits on a pipe that only this process holds; however we
 * end (exit, crash, kill -9), the pipe closes and the shell asks the server for a clean shutdown. The server has a
 * process group of its own (`detached`): Ctrl-C in the terminal must leave it up until the house has drained.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import net from 'node:net';
import { pidFileExists, readPidFile } from './pid-file.ts';
import type { Place } from './place.ts';
import { until } from './until.ts';

export interface Server {
  readonly pid: number;
  readonly port: number;
  /** Clean shutdown; returns when the server is gone. */
  stop(): Promise<void>;
}

/** The shell's own end is the server's: while a server that was killed is not, its pipe still names nobody else. */
const START = `exec 3<&0
"$0" "$@" </dev/null 3<&- & server=$!
trap "" INT TERM HUP
(cat <&3 >/dev/null; kill -INT $server) & watch=$!
exec 3<&-
wait $server; status=$?
kill -KILL $watch 2>/dev/null
exit $status`;

const WATCH = `trap "" INT TERM HUP; cat >/dev/null; kill -INT "$0"`;

const READY_MS = 60_000; // recovery after a crash included
const STOP_MS = 30_000;

export type Settings = Readonly<Record<string, string>>;

/** @throws Error with what the server said, where it does not come up. */
export async function startServer(place: Place, port: number, settings: Settings): Promise<Server> {
  const all: Settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: '64MB',
    timezone: 'UTC',
    log_min_messages: 'fatal', // an error's text may hold personal data
    ...settings,
  };
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = guard(place, START, [place.binaries.postgres, '-D', place.data, '-p', String(port), ...args]);
  const said: string[] = [];
  child.stderr?.on('data', chunk => said.push(String(chunk)) > 20 && said.shift());
  let ended = false;
  child.once('exit', () => (ended = true)).once('error', error => said.push(error.message));
  const file = await until(READY_MS, () => {
    if (ended) return 'ended';
    const found = readPidFile(place);
    return found?.ready && found.port === port ? found : null;
  });
  if (file === null || file === 'ended') {
    child.stdin?.destroy();
    throw new Error(`the embedded PostgreSQL did not start: ${said.join('').trim() || 'it said nothing'}`);
  }
  return server(place, child, file);
}

/** Takes over a server of ours that outlived its house: from now on it ends with this process. */
export function adoptServer(place: Place, found: { readonly pid: number; readonly port: number }): Server {
  return server(place, guard(place, WATCH, [String(found.pid)]), found);
}

function server(place: Place, child: ChildProcess, { pid, port }: { pid: number; port: number }): Server {
  const stop = async (): Promise<void> => {
    child.stdin?.destroy();
    // Not kill(pid, 0): where nobody reaps, a dead process answers for ever.
    if (!(await until(STOP_MS, () => !pidFileExists(place) || null)))
      throw new Error(`the embedded PostgreSQL (process ${pid}) did not stop within ${STOP_MS / 1000} s`);
  };
  return { pid, port, stop };
}

/** None of its handles keeps this process alive. */
function guard(place: Place, script: string, args: readonly string[]): ChildProcess {
  const child = spawn('/bin/sh', ['-c', script, ...args], {
    ...place.user,
    cwd: place.data,
    detached: true,
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  child.unref();
  for (const stream of [child.stdin, child.stderr]) if (stream instanceof net.Socket) stream.unref();
  child.stdin?.on('error', () => undefined); // the shell went first
  return child;
}

export async function freePort(): Promise<number> {
  const probe = net.createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise(resolve => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port on 127.0.0.1');
  return address.port;
}
