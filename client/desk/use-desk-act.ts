/** Sends one act of a moderator over HTTP from a page that is not the room, and keeps why it was not applied until it is seen. */
import { useCallback, useState } from 'preact/hooks';
import { call, textOf } from '../http/call.ts';
import type { Answer, Call } from '../http/call.ts';
import { announce } from '../ui/live-regions.tsx';
import type { ChangeAnswer } from './conflict.ts';
import { learned } from './learned.ts';
import { useLeaving } from './use-leaving.ts';

/** What came of the last act, where it is not simply done. `waits`: asked of its session, which has not answered yet. */
export interface ActNoted {
  readonly kind: 'refused' | 'waits';
  readonly text: string;
}

export interface DeskAct {
  /**
   * @param told the sentence that says it is done. @param onLearned called where the session answered later than awaited.
   * @returns whether the act is done.
   */
  readonly perform: (path: string, request: Call, told: string, onLearned?: () => void) => Promise<boolean>;
  readonly sending: boolean;
  readonly note: ActNoted | null;
  readonly dismiss: () => void;
}

export function useDeskAct(): DeskAct {
  const [sending, setSending] = useState(false);
  const [note, setNote] = useState<ActNoted | null>(null);
  const leaving = useLeaving();
  const perform = useCallback(
    async (path: string, request: Call, told: string, onLearned?: () => void): Promise<boolean> => {
      /** @param waiting the note that the answer takes away, unless another act has put its own there. */
      const end = (answer: Answer<Partial<ChangeAnswer>>, waiting: ActNoted | null): boolean => {
        const done = answer.kind === 'ok';
        const text = done ? told : textOf(answer);
        const after: ActNoted | null = done ? null : { kind: 'refused', text };
        setNote(before => (before === waiting || after !== null ? after : before));
        announce(done ? 'status' : 'alert', done ? told : `Action non appliquée. ${text}`);
        return done;
      };
      setSending(true);
      setNote(null);
      const answer = await call<Partial<ChangeAnswer>>(path, request);
      setSending(false);
      if (answer.kind !== 'ok' || answer.value.answer !== 'pending') return end(answer, null);
      const { detail = 'La session n’a pas encore répondu.', request: number } = answer.value;
      const waiting: ActNoted = { kind: 'waits', text: detail };
      setNote(waiting);
      announce('status', detail);
      const hear = async (asked: number): Promise<void> => {
        const later = await learned(asked, leaving);
        if (later === null) return;
        end(later, waiting);
        onLearned?.();
      };
      if (number !== undefined) void hear(number);
      return false;
    },
    [leaving],
  );
  const dismiss = useCallback(() => setNote(null), []);
  return { perform, sending, note, dismiss };
}
