/** One change of one's account on its way: asked once, its refusal kept to be shown, its success said aloud. */
import { useState } from 'preact/hooks';
import { call, textOf } from '../http/call.ts';
import type { Answer } from '../http/call.ts';
import { announce } from '../ui/live-regions.tsx';

export interface Change {
  readonly busy: boolean;
  /** Why the last one was not done. */
  readonly trouble: string | null;
  /** What the last one did. */
  readonly done: string | null;
  /** @param said what is told once it is done. @returns the answer, for codes that a field shows itself. */
  send(method: 'POST' | 'PUT', path: string, body: object, said: string): Promise<Answer<unknown>>;
}

export function useChange(): Change {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  return {
    busy,
    trouble,
    done,
    async send(method, path, body, said) {
      setBusy(true);
      const answer = await call<unknown>(path, { method, body });
      setBusy(false);
      setTrouble(answer.kind === 'ok' ? null : textOf(answer));
      setDone(answer.kind === 'ok' ? said : null);
      announce(answer.kind === 'ok' ? 'status' : 'alert', answer.kind === 'ok' ? said : textOf(answer));
      return answer;
    },
  };
}
