/** The measured server as the driver sees it: the session server in a process of its own, asked what it has used. */
import type { Child } from './child.ts';

export type ServerOrder = { readonly type: 'usage' };

export type ServerAnswer =
  | {
      readonly type: 'ready';
      readonly databaseUrl: string;
      readonly socketUrl: string;
      readonly origin: string;
    }
  | ({ readonly type: 'usage' } & Usage);

/** Since the order before. */
export interface Usage {
  readonly cpuMs: number;
  readonly loopDelayMaxMs: number;
  /** When the append of each public number was known to be committed. */
  readonly commits: ReadonlyMap<number, number>;
}

export type Server = Child<ServerOrder, ServerAnswer>;

export async function usageOf(server: Server): Promise<Usage> {
  const answer = await server.ask({ type: 'usage' });
  if (answer.type !== 'usage') throw new Error('the server did not say what it used');
  return answer;
}

const QUIET_MS = 200;
const IDLE_CPU_MS = 12; // of 200: heartbeats, and nothing else

/** Waits until the server has done with what went before: goodbyes are written down too. */
export async function untilQuiet(server: Server): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    await usageOf(server);
    await new Promise(resolve => setTimeout(resolve, QUIET_MS));
    if ((await usageOf(server)).cpuMs < IDLE_CPU_MS) return;
  }
  throw new Error('the server does not come to rest');
}
