/** Sounds, vibrates and notifies at the moments of the room that call for it (screens §1.9). */
import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SessionId } from '../../machines/ids.ts';
import type { Live } from '../live/live.ts';
import type { Look } from './announcements.ts';
import { lookOf } from './look.ts';
import type { Looked } from './look.ts';
import { notify } from './notifier.ts';
import { useRoom } from './room-context.ts';
import { NOTES, signalsOver, TURN_VIBRATION_MS } from './signals.ts';
import type { Signal } from './signals.ts';
import { titleOf } from '../ui/session-name.ts';
import { play, sound } from './sound.ts';
import { bannerText, bannerTitle, secondsWords } from './words.ts';

/** As long as the connection is held: whoever leaves the page and comes back has not forgotten. */
const crossed = new WeakMap<Live, Set<SessionId>>();

export function useSignals(): void {
  const room = useRoom();
  useEffect(() => followSignals(room), [room]);
}

/** The same for another page that is open while the session runs. @returns what ends it. */
export function followSignals(room: Looked): () => void {
  const soonIn = crossed.get(room.live) ?? new Set();
  crossed.set(room.live, soonIn);
  const signalAt = signalsOver(soonIn);
  return effect(() => {
    const now = lookOf(room);
    if (now === null) return;
    const called = signalAt(now, room.standing.peek()?.session?.id ?? null);
    if (called === null || room.live.you.peek()?.chooser !== true) return;
    play(NOTES[called]);
    if (called === 'myTurn' && sound.peek() !== 'muted') navigator.vibrate?.([...TURN_VIBRATION_MS]);
    const turnMs = room.standing.peek()?.session?.turnMs ?? 0;
    const said = toldBySystem(called, now, turnMs);
    if (said !== null) notify('tour', titleOf(said.title, room.rehearsal !== null), said.body);
  });
}

function toldBySystem(
  called: Signal,
  { moment, seconds }: Look,
  turnMs: number,
): { readonly title: string; readonly body: string } | null {
  if (called === 'myTurn')
    return {
      title: 'C’est à vous de choisir',
      body: `Il vous reste ${secondsWords(seconds ?? turnMs / 1000)}.`,
    };
  if (called !== 'fourAhead' || moment.kind !== 'inLine') return null;
  return { title: bannerTitle(moment.ahead), body: bannerText(moment.ahead, turnMs / 1000, true) };
}
