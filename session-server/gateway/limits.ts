/** What one socket may ask and hold (architecture §3). uWebSockets.js drops silently past its limits unless told otherwise. */
import { MAX_FRAME_CHARS } from '../../machines/wire/parse.ts';

export interface SocketLimits {
  /** Bytes that may wait for a slow reader; past it the socket is closed and comes back by resume. */
  readonly maxBackpressure: number;
  readonly framesPerSecond: number;
}

/** A snapshot of 5,000 people and their posts is about 0.4 MB: it must pass while a phone reads it. */
export const DEFAULT_SOCKET_LIMITS: SocketLimits = { maxBackpressure: 2 * 1024 * 1024, framesPerSecond: 20 };

/** uWebSockets.js cuts longer messages off unread; those between this and `MAX_FRAME_CHARS` get their close code. */
export const MAX_PAYLOAD_BYTES = 4 * MAX_FRAME_CHARS;

/** Nothing sent or received: the other side is gone. uWebSockets.js pings before. */
export const IDLE_TIMEOUT_S = 30;

/** A socket that does not say `hello` within this follows nothing and is closed. */
export const HELLO_WITHIN_MS = 10_000;

/** `head` after this long without a delta: tells of a lost last one. */
export const HEAD_AFTER_MS = 5_000;

/** An amphitheatre that nobody follows stays in memory this long: a page loaded again finds it there. */
export const DROP_AFTER_MS = 60_000;

/** As many deltas a client may lack and still resume; more is a snapshot. */
export const RESUME_DELTAS = 500;

/** The public state's hash goes along every so many deltas: it walks the whole state. */
export const HASH_EVERY = 64;

/** Counts frames by the second of the injected clock. */
export function frameCounter(perSecond: number): (now: number) => boolean {
  let second = 0;
  let frames = 0;
  return now => {
    const present = Math.floor(now / 1_000);
    frames = present === second ? frames + 1 : 1;
    second = present;
    return frames <= perSecond;
  };
}
