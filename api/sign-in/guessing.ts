/** Whether a new password may be taken: asked of zxcvbn in a child, for this process may own sockets and sessions. */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { guessFault, lengthFault, partsToJudge, wordsOfOneself } from '../../machines/password.ts';
import type { PasswordFault } from '../../machines/password.ts';

/** What goes to the child, and what comes back. */
export interface ToJudge {
  readonly id: number;
  readonly parts: readonly string[];
  readonly own: readonly string[];
}
export interface Judged {
  readonly id: number;
  readonly scores: readonly number[];
}

export interface Guessing {
  /**
   * @param own the person's name, first name, e-mail: words that somebody who knows them would try
   * @returns null where it may be taken
   * @throws where the child does not answer within 10 s
   */
  fault(password: string, own: readonly string[]): Promise<PasswordFault | null>;
  close(): Promise<void>;
}

const PATIENCE_MS = 10_000;

interface Waiting {
  readonly resolve: (scores: readonly number[]) => void;
  readonly reject: (why: Error) => void;
}

/** The child starts with the first question, and once more after it has died. */
export function openGuessing(): Guessing {
  let child: ChildProcess | null = null;
  let last = 0;
  const waiting = new Map<number, Waiting>();

  const start = (): ChildProcess => {
    // Compiled or not, the child stands beside us in the same form.
    const file = fileURLToPath(new URL(`./guess-child${extname(import.meta.filename)}`, import.meta.url));
    const started = fork(file, [], { env: {}, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    started.on('message', message => {
      const { id, scores } = message as Judged;
      waiting.get(id)?.resolve(scores);
    });
    const lost = (why: Error | number | null): void => {
      if (child === started) child = null;
      for (const { reject } of waiting.values())
        reject(new Error(`the judge of passwords ended: ${String(why)}`));
    };
    started.once('exit', lost);
    started.on('error', lost); // it could not start, or died before it was asked: nobody else's request ends with it
    return started;
  };

  const judge = async (parts: readonly string[], own: readonly string[]): Promise<readonly number[]> => {
    child ??= start();
    const id = ++last;
    let patience: NodeJS.Timeout | undefined;
    try {
      return await new Promise<readonly number[]>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        patience = setTimeout(() => reject(new Error('the password was not judged in time')), PATIENCE_MS);
        child?.send({ id, parts, own } satisfies ToJudge);
      });
    } finally {
      clearTimeout(patience);
      waiting.delete(id);
    }
  };

  return {
    async fault(password, own) {
      return lengthFault(password) ?? guessFault(await judge(partsToJudge(password), wordsOfOneself(own)));
    },
    async close() {
      const ending = child;
      if (ending === null) return;
      const gone = once(ending, 'exit');
      ending.kill('SIGKILL'); // it holds nothing
      await gone;
    },
  };
}
