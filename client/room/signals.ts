/** Which signal (sound, vibration, notification) the change from one look at the room to the next calls for (screens §1.9). Pure. */
import type { SessionId } from '../../machines/ids.ts';
import type { Look } from './announcements.ts';

export type Signal = 'fourAhead' | 'myTurn' | 'thirtySeconds' | 'tenSeconds';

/** One at most: the most urgent. Nothing in a pause, nothing for who only watches. */
export function signalOf(before: Look, { moment, seconds, pause }: Look): Signal | null {
  if (moment.kind === 'inLine') {
    const wasSoon = before.moment.kind === 'inLine' && before.moment.soon;
    return moment.soon && !wasSoon ? 'fourAhead' : null;
  }
  if (moment.kind !== 'myTurn') return null;
  if (before.moment.kind !== 'myTurn' || before.moment.called.turn !== moment.called.turn) return 'myTurn';
  if (pause !== null || seconds === null || before.seconds === null) return null;
  const crosses = (at: number): boolean => (before.seconds ?? 0) > at && seconds <= at;
  if (crosses(10)) return 'tenSeconds';
  return crosses(30) ? 'thirtySeconds' : null;
}

/**
 * Hears the looks at a room one after the other: nothing is called for at the first one.
 * @param crossed the sessions in which this person stood four or fewer from their turn; grows. A return in front may put
 * them back: the second crossing is no news (domain §3).
 */
export function signalsOver(
  crossed: Set<SessionId>,
): (now: Look, session: SessionId | null) => Signal | null {
  let before: Look | null = null;
  return (now, session) => {
    const signal = before && signalOf(before, now);
    before = now;
    if (session === null || now.moment.kind !== 'inLine' || !now.moment.soon) return signal;
    const again = crossed.has(session);
    crossed.add(session);
    return again ? null : signal;
  };
}

/** Of a note: when it begins, how long it sounds (s) and how high (Hz). */
export interface Note {
  readonly at: number;
  readonly for: number;
  readonly pitch: number;
  readonly loud: number;
}

const note = (at: number, pitch: number, loud = 0.35): Note => ({ at, for: 0.22, pitch, loud });

/** Two soft notes; three rising ones; one; two (screens §1.9). */
export const NOTES: Readonly<Record<Signal, readonly Note[]>> = {
  fourAhead: [note(0, 523, 0.15), note(0.3, 523, 0.15)],
  myTurn: [note(0, 523), note(0.25, 659), note(0.5, 784)],
  thirtySeconds: [note(0, 659)],
  tenSeconds: [note(0, 784), note(0.25, 784)],
};

/** Vibration at one's turn: on, off, on… in ms. */
export const TURN_VIBRATION_MS: readonly number[] = [200, 100, 200, 100, 400];
