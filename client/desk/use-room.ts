/** Puts the room together from its live connection: who is where, names, which dialog is open, and what comes of it. */
import { useComputed } from '@preact/signals';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { PersonId, SessionId } from '../../machines/ids.ts';
import type { DeskPerson } from '../../machines/wire/frames.ts';
import type { Live } from '../live/live.ts';
import { roomSession, roomSessions } from './room-session.ts';
import type { Asking } from './asking.ts';
import type { Conflict } from './conflict.ts';
import { isFollowed, isLive, isToCome } from './desk-command.ts';
import type { DeskCommand } from './desk-command.ts';
import { namesOf } from './names.ts';
import { deskCounts, deskQueue } from './queue.ts';
import { NO_DRAFT } from './room-view.ts';
import type { RoomView } from './room-view.ts';
import { usePhones } from './use-phones.ts';
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
  /** The dialog stays, busy, until the answer is there. */
  readonly onSend: (command: DeskCommand) => void;
  readonly onClose: () => void;
}

/** @param asked number of the session asked for, null for the one that matters now. */
export function useRoom(live: Live, asked: number | null): Room {
  const names = useComputed(() => namesOf(live.directory.value)).value;
  const [open, setOpen] = useState<Open | null>(null);
  const [draft, write] = useState(NO_DRAFT);
  const phones = usePhones();
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
  // A session before the one that decides has its people there: corrections go to that one (architecture §2.7).
  const told = mine ?? (session !== null && !isToCome(session) ? desk : null);
  const people = useMemo<ReadonlyMap<PersonId, DeskPerson>>(
    () => (told === null ? roster.people : new Map(told.people.map(one => [one.person, one]))),
    [told?.people, roster.people],
  );
  const recorded = useMemo(
    () => new Map(told?.lasting.people.map(one => [one.person, one])),
    [told?.lasting.people],
  );
  const onClose = useCallback(() => setOpen(null), []);
  const act = async (command: DeskCommand, decidedOn: Open | null): Promise<void> => {
    const taken = await send(command, decidedOn?.seen ?? seq);
    setOpen(now => (now === decidedOn ? (taken ? followUp(decidedOn, seq) : null) : now));
    if (taken && command.type === 'message')
      write(now => (now.to === command.to && now.text.trim() === command.text ? { ...now, text: '' } : now));
  };
  const room = {
    conflict,
    dismiss,
    asking: open?.asking ?? null,
    onAsk: (asking: Asking): void => setOpen({ asking, seen: open?.seen ?? seq }),
    onSend: (command: DeskCommand): void => void act(command, open),
    onClose,
  };
  if (state === null || session === null) return { ...room, view: null };
  const queue = deskQueue(state, session.id, people);
  const sessions = roomSessions(state);
  const situation = {
    session: session.state,
    mode: session.called?.mode ?? null,
    noPost: mine?.noPost === true,
    around: { anyLive: sessions.some(isLive), anyToStart: sessions.some(isToCome) },
    rehearsal: session.rehearsal,
  };
  return {
    ...room,
    view: {
      title: live.directory.value?.title ?? null,
      directory: live.directory.value,
      state,
      sessions,
      session,
      situation,
      people,
      rows: mine?.rows ?? [],
      lasting: mine?.lasting ?? null,
      recorded,
      supernumeraryCap: told?.supernumeraryCap ?? null,
      seq,
      moderators: live.moderators.value,
      names,
      queue,
      counts: deskCounts(queue, isFollowed(session) ? people : null, mine?.lasting.carried),
      suspended: live.suspended.value.get(session.id) ?? null,
      lost: live.link.value.kind === 'lost',
      clock,
      sending,
      phones,
      draft,
      write,
      ask: asking => setOpen({ asking, seen: seq }),
      send: command => void act(command, null),
    },
  };
}

/** A pause that is made to telephone leads to the number. */
function followUp(done: Open | null, seen: number): Open | null {
  const asking = done?.asking;
  if (asking?.kind !== 'pause' || asking.thenCall === null) return null;
  return { asking: { kind: 'readPhone', person: asking.thenCall }, seen };
}
