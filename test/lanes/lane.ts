/** One lane: a mocha as a process group of its own, heard suite by suite, and ended with all it started where it hangs. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Counts } from './counts.ts';
import { faultOf } from './fault.ts';
import type { Lane } from './lanes.ts';
import { told } from './told.ts';

export interface Limits {
  /** Longer than a single test may take: silence of a lane, in ms. */
  readonly silentMs: number;
  /** From the closing line to the process's end, in ms. */
  readonly leavesWithinMs: number;
  /** From our asking to our ending it by force, in ms. */
  readonly endsWithinMs: number;
}

export interface LaneEnd {
  readonly name: string;
  readonly counts: Counts | null;
  /** Null where the counts are the whole truth (fault.ts). */
  readonly fault: string | null;
  /** Mocha's summary, with the failures. */
  readonly summary: string;
  readonly seconds: number;
}

export interface RunningLane {
  readonly ended: Promise<LaneEnd>;
  /** Ends it, its houses, browsers and servers. @param why told as its fault. */
  end(why: string): void;
}

/** @param write gets whole suites as they end. */
export function startLane(
  { name, command, environment = process.env }: Lane,
  limits: Limits,
  write: (text: string) => void,
): RunningLane {
  const began = performance.now();
  const child = spawn(process.execPath, command, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment,
    detached: true,
  });
  const output = told(write);
  let why: string | null = null;
  let force: NodeJS.Timeout | undefined;
  let patience: NodeJS.Timeout | undefined;
  const end = (reason: string): void => {
    why ??= reason;
    clearTimeout(patience);
    signal(child, 'SIGTERM');
    force ??= setTimeout(() => signal(child, 'SIGKILL'), limits.endsWithinMs);
  };
  const listen = (): void => {
    clearTimeout(patience);
    if (why !== null) return;
    const { counts } = output;
    const ms = counts === null ? limits.silentMs : limits.leavesWithinMs;
    const fault = counts === null ? 'said nothing for' : 'was still there after its last test, for';
    patience = setTimeout(() => end(`${fault} ${ms / 1000} s and was ended`), ms);
  };
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output.hear(text);
      listen();
    });
  listen();
  const gone = async (): Promise<LaneEnd> => {
    const [code, by] = (await once(child, 'exit')) as [number | null, string | null];
    clearTimeout(patience);
    clearTimeout(force);
    signal(child, 'SIGKILL'); // what it left behind: with its pipe in hand it would keep us waiting
    if (child.stdout.readable || child.stderr.readable) await once(child, 'close');
    const summary = output.end();
    const { counts } = output;
    const fault = faultOf({ code, signal: by, counts, ended: why });
    return { name, counts, fault, summary, seconds: Math.round((performance.now() - began) / 1000) };
  };
  return { ended: gone(), end };
}

/** To the whole group: mocha's own process is a child of its command, and houses are children of that. */
function signal({ pid }: ChildProcess, name: 'SIGTERM' | 'SIGKILL'): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, name);
  } catch {
    // nobody is left
  }
}
