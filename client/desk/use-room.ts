/** Puts the room together from its live connection: who is where, names, which dialog is open, and what comes of it. */
import { useComputed } from '@preact/signals';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { PersonId, SessionId } from '../../machines/ids.ts';
import type { DeskPerson } from '../../machines/wire/frames.ts';
import type { Live } from '../live/live.ts';
import { roomSession, roomSessions } from './room-session.ts';
import type { Asking } from './asking.ts';
import type { Conflict } from './conflict.ts';
import { isLive } from './desk-command.ts';
import type { DeskCommand } from './desk-command.ts';
import { namesOf } from './names.ts';
import { carriedOver, deskCounts, deskQueue } from './queue.ts';
import type { RoomView } from './room-view.ts';
import { useRoster } from './use-roster.ts';
import { useSend } from './use-send.ts';

/** A dialog with the row that was last when it was opened: what the moderator decides on. */
interface Open {
  readonly asking: Asking;
  readonly seen: number;
}

interface Room {
  /** Null until the first snapshot. */
  readonly view: RoomView | null;
  /** The last action that was not applied. */
  readonly conflict: Conflict | null;
  readonly dismiss: () => void;
  readonly asking: Asking | null;
  /** From one dialog to the next one, on the same row. */
  readonly onAsk: (asking: Asking) => void;
  readonly onSend: (command: DeskCommand) => void;
  readonly onClose: () => void;
}

/** @param asked number of the session asked for, null for the one that matters now. */
export function useRoom(live: Live, asked: number | null): Room {
  const names = useComputed(() => namesOf(live.directory.value)).value;
  const [open, setOpen] = useState<Open | null>(null);
  const shown = useRef<SessionId | null>(null);
  const clock = useCallback(() => live.now(), [live]);
  const state = live.view.value?.state ?? null;
  const session = state === null ? null : roomSession(state, asked, shown.current);
  shown.current = session?.id ?? null;
  const roster = useRoster(state, session);
  const { send, sending, conflict, dismiss } = useSend(live, session, names, roster.again);
  const desk = live.desk.value;
  const mine = desk !== null && desk.session === session?.id ? desk : null;
  const seq = mine?.seq ?? 0;
  const people = useMemo<ReadonlyMap<PersonId, DeskPerson>>(
    () => (mine === null ? roster.people : new Map(mine.people.map(one => [one.person, one]))),
    [mine?.people, roster.people],
  );
  const onClose = useCallback(() => setOpen(null), []);
  const room = {
    conflict,
    dismiss,
    asking: open?.asking ?? null,
    onAsk: (asking: Asking): void => setOpen({ asking, seen: open?.seen ?? seq }),
    onSend: (command: DeskCommand): void => {
      setOpen(null);
      send(command, open?.seen ?? seq);
    },
    onClose,
  };
  if (state === null || session === null) return { ...room, view: null };
  const queue = deskQueue(state, session.id, people);
  return {
    ...room,
    view: {
      title: live.directory.value?.title ?? null,
      state,
      sessions: roomSessions(state),
      session,
      people,
      rows: mine?.rows ?? [],
      seq,
      moderators: desk?.moderators ?? [],
      names,
      queue,
      counts: deskCounts(queue, isLive(session) ? people : null, carriedOver(mine?.rows ?? [])),
      suspended: live.suspended.value.has(session.id),
      lost: live.link.value.kind === 'lost',
      clock,
      sending,
      ask: asking => setOpen({ asking, seen: seq }),
      send: command => send(command, seq),
    },
  };
}
