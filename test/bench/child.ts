/** A child process of the bench: started, asked and answered one order at a time, ended with the bench. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Child<Order, Answer> {
  /** Sends and waits for the next answer. */
  ask(order: Order): Promise<Answer>;
  /** The next answer that comes by itself. */
  hear(): Promise<Answer>;
  readonly pid: number;
  end(): Promise<void>;
}

const ANSWER_WITHIN_MS = 60_000;

export function startChild<Order extends object, Answer>(
  file: string,
  environment: Readonly<Record<string, string>> = {},
): Child<Order, Answer> {
  const child: ChildProcess = fork(join(import.meta.dirname, file), [], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...environment },
    serialization: 'advanced',
  });
  const hear = async (): Promise<Answer> => {
    const [answer] = (await once(child, 'message', { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })) as [
      Answer,
    ];
    return answer;
  };
  return {
    hear,
    ask(order) {
      const answer = hear();
      child.send(order);
      return answer;
    },
    pid: child.pid ?? 0,
    async end() {
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** The other side: answers each order, one after the other; a fault ends the process, and so the bench. */
export function serveParent(answerTo: (order: never) => Promise<object | null>): void {
  let before: Promise<void> = Promise.resolve();
  const answer = async (earlier: Promise<void>, order: unknown): Promise<void> => {
    await earlier;
    const content = await answerTo(order as never);
    if (content !== null) process.send?.(content);
  };
  process.on('message', (order: unknown) => {
    before = answer(before, order);
  });
  process.on('disconnect', () => process.exit(0));
}
