/** What became of an act that its session had not answered in time: asked after until it is known, or the page is left. */
import { call } from '../http/call.ts';
import type { Answer } from '../http/call.ts';
import type { ChangeAnswer } from './conflict.ts';

const AGAIN_MS = 2_000;

interface Parts {
  readonly ask: (path: string, signal: AbortSignal) => Promise<Answer<ChangeAnswer>>;
  readonly wait: (ms: number) => Promise<void>;
}

const BROWSER: Parts = {
  ask: (path, signal) => call<ChangeAnswer>(path, { signal }),
  wait: ms => new Promise(resolve => setTimeout(resolve, ms)),
};

/** @returns never «pending»; null where the page was left before it was known. */
export async function learned(
  request: number,
  signal: AbortSignal,
  { ask, wait }: Parts = BROWSER,
): Promise<Answer<ChangeAnswer> | null> {
  for (;;) {
    await wait(AGAIN_MS);
    if (signal.aborted) return null;
    const answer = await ask(`/desk/requests/${request}`, signal);
    if (signal.aborted) return null;
    const open = answer.kind === 'fault' || (answer.kind === 'ok' && answer.value.answer === 'pending');
    if (!open) return answer;
  }
}
