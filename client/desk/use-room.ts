/** Puts the room together from its live connection: who is where, names, and sending with what comes of it. */
import { useComputed } from '@preact/signals';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { WireCommand } from '../../machines/wire/frames.ts';
import type { ListedAmphitheatre } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import type { Live } from '../live/live.ts';
import { announce } from '../ui/live-regions.tsx';
import { commandText, conflictOf } from './conflict.ts';
import type { Conflict } from './conflict.ts';
import { namesOf } from './names.ts';
import { deskCounts, deskQueue } from './queue.ts';
import { roomSession } from './room-session.ts';
import type { RoomView } from './room-view.ts';

interface Room {
  /** Null until the first snapshot. */
  readonly view: RoomView | null;
  /** The last action that was not applied. */
  readonly conflict: Conflict | null;
  readonly dismiss: () => void;
}

export function useRoom(live: Live): Room {
  const names = useComputed(() => namesOf(live.directory.value)).value;
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [sending, setSending] = useState(false);
  const asked = useAsked<readonly ListedAmphitheatre[]>('/amphitheatres?all=1');
  const latest = useRef(names);
  latest.current = names;
  const clock = useCallback(() => live.now(), [live]);
  const state = live.view.value?.state ?? null;
  const session = state === null ? null : roomSession(state);
  const id = session?.id ?? null;

  const send = useMemo(
    () =>
      (command: WireCommand, seen: number): void => {
        if (id === null) return;
        const act = async (): Promise<void> => {
          setSending(true);
          setConflict(null);
          const answer = await live.command(id, command);
          setSending(false);
          if (answer.kind === 'accepted')
            return announce('status', `Fait\u00a0: ${commandText(command, latest.current)}.`);
          const found = notApplied(command, answer, seen, live, latest.current);
          setConflict(found);
          return announce('alert', `${found.title}. ${found.text}`);
        };
        void act();
      },
    [live, id],
  );

  if (state === null || session === null) return { view: null, conflict, dismiss: () => setConflict(null) };
  const desk = live.desk.value;
  const mine = desk?.session === session.id ? desk : null;
  const people = new Map(mine?.people.map(one => [one.person, one]));
  const queue = deskQueue(state, session.id, people);
  const view: RoomView = {
    amphitheatre: asked.value?.find(one => one.id === state.amphitheatre) ?? null,
    state,
    session,
    people,
    rows: mine?.rows ?? [],
    seq: mine?.seq ?? 0,
    moderators: mine?.moderators ?? [],
    names,
    queue,
    counts: deskCounts(queue, people),
    clock,
    sending,
    send,
  };
  return { view, conflict, dismiss: () => setConflict(null) };
}

function notApplied(
  command: WireCommand,
  answer: Exclude<Awaited<ReturnType<Live['command']>>, { kind: 'accepted' }>,
  seen: number,
  live: Live,
  names: RoomView['names'],
): Conflict {
  const title = `Action non appliquée\u00a0: ${commandText(command, names)}`;
  switch (answer.kind) {
    case 'refused':
      return conflictOf(command, answer.refusal, seen, live.desk.peek()?.rows ?? [], names);
    case 'fault':
      return {
        title,
        text: `Une erreur de notre côté a empêché cette action. Réessayez\u202f; incident ${answer.incident}.`,
      };
    case 'ended':
      return {
        title,
        text: 'La connexion a pris fin avant la réponse. Rechargez la page, regardez le journal.',
      };
    default:
      return answer satisfies never;
  }
}
