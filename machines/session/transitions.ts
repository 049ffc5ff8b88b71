/**
 * Where the chart's commands lead (machine.ts), in tables by what they are about: a guard of the chart names the state
 * that the rules' verdict leads to, so a line here is one edge of the drawing.
 */
import type { CalledMode } from './facts.ts';

/** Where a turn's end leads: the next one is there, or is awaited, or nobody is left to call. */
export const NEXT = [
  { guard: 'thenChoosing', target: '#session.running.choosing', actions: 'record' },
  { guard: 'thenAwaited', target: '#session.running.awaited', actions: 'record' },
  { guard: 'thenIdle', target: '#session.running.idle', actions: 'record' },
] as const;

/** The same while paused: the next one's clock stands at its full time. */
export const NEXT_PAUSED = [
  { guard: 'thenPausedChoosing', target: '#session.paused.choosing', actions: 'record' },
  { guard: 'thenPausedAwaited', target: '#session.paused.awaited', actions: 'record' },
  { guard: 'thenPausedIdle', target: '#session.paused.idle', actions: 'record' },
] as const;

/** Nobody was called and somebody comes back. */
export const CALLED_BACK = [NEXT[0], NEXT[1]] as const;

export const CHOOSES = {
  guard: 'thenChoosing',
  target: '#session.running.choosing',
  actions: 'record',
} as const;
export const STAYS = { guard: 'staysSo', actions: 'record' } as const;
const LATE = { guard: 'tooLate', actions: 'record' } as const;
export const CLOSES = { guard: 'accepted', target: '#session.closed', actions: 'record' } as const;

const RECORDED = { guard: 'accepted', actions: 'record' } as const;

/** About other people than the called one, or about the offer: the turn goes on. */
export const MEANWHILE = {
  choose: LATE,
  connected: STAYS,
  disconnected: STAYS,
  rejoin: STAYS,
  callBack: STAYS,
  excuse: STAYS,
  lift: STAYS,
  setStatus: STAYS,
  setMandate: STAYS,
  setPost: STAYS,
  add: STAYS,
  addPosts: STAYS,
  correct: STAYS,
  message: STAYS,
  readPhone: STAYS,
  close: CLOSES,
} as const;

/** About the called one, by a moderator: whichever clock of theirs runs. */
export const ABOUT_CALLED = {
  markAbsent: NEXT,
  pass: NEXT,
  chooseOnBehalf: NEXT,
  prolong: STAYS,
} as const;

/** The same while a pause freezes that clock. */
export const ABOUT_CALLED_PAUSED = {
  markAbsent: NEXT_PAUSED,
  pass: NEXT_PAUSED,
  chooseOnBehalf: NEXT_PAUSED,
  prolong: STAYS,
} as const;

export const pausesAt = (inner: CalledMode | 'idle') =>
  ({ guard: 'accepted', target: `#session.paused.${inner}`, actions: 'record' }) as const;

/**
 * Once closed: what concerns those who have chosen, or have no post (domain §2), and what that is judged by: the next
 * session reads status and offer in the tables, a correction or an assignment is decided here.
 */
export const AFTERWARDS = {
  setStatus: RECORDED,
  setPost: RECORDED,
  addPosts: RECORDED,
  correct: RECORDED,
  assign: RECORDED,
  leaveWithoutPost: RECORDED,
  message: RECORDED,
  readPhone: RECORDED,
} as const;
