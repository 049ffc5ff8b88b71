/** Sends one act of a moderator the way it goes, one at a time, and says what came of it. */
import { useCallback, useRef, useState } from 'preact/hooks';
import type { PublicSession } from '../../machines/session/public-state.ts';
import { call } from '../http/call.ts';
import type { Live } from '../live/live.ts';
import { announce } from '../ui/live-regions.tsx';
import { commandText, conflictOf, outcomeOf } from './conflict.ts';
import type { ChangeAnswer, Conflict, Outcome } from './conflict.ts';
import { learned } from './learned.ts';
import { useLeaving } from './use-leaving.ts';
import { wayOf } from './desk-command.ts';
import type { DeskCommand } from './desk-command.ts';
import type { Names } from './names.ts';

interface Sender {
  /**
   * @param seen number of the last journal row on the screen when it was decided.
   * @returns whether it was taken; never rejects.
   */
  readonly send: (command: DeskCommand, seen: number) => Promise<boolean>;
  /** What is on its way: no other act is sent until its answer is there. */
  readonly sending: DeskCommand | null;
  readonly conflict: Conflict | null;
  readonly dismiss: () => void;
}

/** @param done called after each answer: what was read over HTTP is asked anew. */
export function useSend(live: Live, session: PublicSession | null, names: Names, done: () => void): Sender {
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [sending, setSending] = useState<DeskCommand | null>(null);
  const latest = useRef({ session, names, busy: false });
  latest.current = { session, names, busy: latest.current.busy };
  const leaving = useLeaving();
  const send = useCallback(
    async (command: DeskCommand, seen: number): Promise<boolean> => {
      const { session, busy } = latest.current;
      if (session === null || busy) return false;
      latest.current.busy = true;
      setSending(command);
      setConflict(null);
      const outcome = await perform(live, session, command);
      latest.current.busy = false;
      setSending(null);
      /** @param waiting what the answer takes away, unless another act has put its own there. */
      const end = (outcome: Outcome, waiting: Conflict | null): Conflict | null => {
        done();
        const { names } = latest.current;
        const accepted = outcome.kind === 'accepted';
        const found = accepted
          ? null
          : conflictOf(command, outcome, seen, live.desk.peek()?.rows ?? [], names);
        setConflict(before => (before === waiting || found !== null ? found : before));
        if (found === null) announce('status', `Fait\u00a0: ${commandText(command, names)}.`);
        else announce('alert', `${found.title}. ${found.text}`);
        return found;
      };
      const found = end(outcome, null);
      const hear = async (request: number): Promise<void> => {
        const later = await learned(request, leaving);
        if (later !== null) end(outcomeOf(later), found);
      };
      if (outcome.kind === 'waits') void hear(outcome.request);
      return found === null;
    },
    [live, done, leaving],
  );
  const dismiss = useCallback(() => setConflict(null), []);
  return { send, sending, conflict, dismiss };
}

async function perform(live: Live, session: PublicSession, command: DeskCommand): Promise<Outcome> {
  const way = wayOf(command, session);
  if (way.by === 'socket') return live.command(session.id, way.command);
  const { path, method, body } = way;
  return outcomeOf(await call<ChangeAnswer>(path, { ...(method && { method }), body }));
}
