/** Sends one act of a moderator the way it goes, one at a time, and says what came of it. */
import { useCallback, useRef, useState } from 'preact/hooks';
import type { PublicSession } from '../../machines/session/public-state.ts';
import { call } from '../http/call.ts';
import type { Live } from '../live/live.ts';
import { announce } from '../ui/live-regions.tsx';
import { commandText, conflictOf, outcomeOf } from './conflict.ts';
import type { ChangeAnswer, Conflict, Outcome } from './conflict.ts';
import { wayOf } from './desk-command.ts';
import type { DeskCommand } from './desk-command.ts';
import type { Names } from './names.ts';

interface Sender {
  /** @param seen number of the last journal row on the screen when it was decided. */
  readonly send: (command: DeskCommand, seen: number) => void;
  readonly sending: boolean;
  readonly conflict: Conflict | null;
  readonly dismiss: () => void;
}

/** @param done called after each answer: what was read over HTTP is asked anew. */
export function useSend(live: Live, session: PublicSession | null, names: Names, done: () => void): Sender {
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [sending, setSending] = useState(false);
  const latest = useRef({ session, names });
  latest.current = { session, names };
  const send = useCallback(
    (command: DeskCommand, seen: number): void => {
      const { session } = latest.current;
      if (session === null) return;
      const act = async (): Promise<void> => {
        setSending(true);
        setConflict(null);
        const outcome = await perform(live, session, command);
        setSending(false);
        done();
        const { names } = latest.current;
        if (outcome.kind === 'accepted')
          return announce('status', `Fait\u00a0: ${commandText(command, names)}.`);
        const found = conflictOf(command, outcome, seen, live.desk.peek()?.rows ?? [], names);
        setConflict(found);
        return announce('alert', `${found.title}. ${found.text}`);
      };
      void act();
    },
    [live, done],
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
