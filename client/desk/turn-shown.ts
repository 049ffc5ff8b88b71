/** What the left card shows of the session: one kind per situation, with the seconds that run or stand. Pure. */
import type { Ms, PersonId } from '../../machines/ids.ts';
import type { PublicSession } from '../../machines/session/public-state.ts';
import { secondsOf } from '../room/countdown.ts';
import { secondsLeft } from '../ui/format.ts';

/** `whole`: seconds of a full bar. */
interface Clock {
  readonly person: PersonId;
  readonly turn: number;
  readonly seconds: number;
  readonly whole: number;
}

export type TurnShown =
  | { readonly kind: 'toStart' }
  | { readonly kind: 'notOpen' }
  /** Amber: not connected; absent when the seconds are over. */
  | ({ readonly kind: 'awaited' } & Clock)
  /** Blue. */
  | ({ readonly kind: 'choosing' } & Clock)
  /** Amber: after a takeover, the rest of the turn is kept for the chooser's return. */
  | ({ readonly kind: 'recovering' } & Clock)
  | {
      readonly kind: 'paused';
      readonly clock: (Clock & { readonly mode: 'awaited' | 'choosing' | 'recovering' }) | null;
    }
  /** Nobody left to call; closes by itself at `closesAt`, when the seconds are over. */
  | { readonly kind: 'idle'; readonly closesAt: Ms | null; readonly seconds: number | null }
  | { readonly kind: 'closed' };

const WINDOW_S = 20; // domain §3: the bar of the connection window; the server's clock decides

/** @param extraMs how much longer the called one's turn was set beforehand. */
export function turnShown(session: PublicSession, now: Ms, extraMs = 0): TurnShown {
  const { state, called, closesAt, turnMs } = session;
  switch (state) {
    case 'draft':
    case 'validated':
      return { kind: 'notOpen' };
    case 'open':
      return { kind: 'toStart' };
    case 'closed':
      return { kind: 'closed' };
    case 'running':
    case 'paused': {
      if (called === null)
        return state === 'paused'
          ? { kind: 'paused', clock: null }
          : { kind: 'idle', closesAt, seconds: closesAt === null ? null : secondsLeft(closesAt, now) };
      const { person, turn, mode } = called;
      const seconds = secondsOf(called, now);
      const usual = mode === 'awaited' ? WINDOW_S : (turnMs + extraMs) / 1000;
      const clock: Clock = { person, turn, seconds, whole: Math.max(usual, seconds) };
      return state === 'paused' ? { kind: 'paused', clock: { ...clock, mode } } : { kind: mode, ...clock };
    }
    default:
      return state satisfies never;
  }
}
