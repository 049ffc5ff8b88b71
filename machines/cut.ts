/** Cutting a call list into sessions with their hours (domain §2, §11): the import and the moderators' `cut` use it. */
import type { Ms } from './ids.ts';

/** One slice: people `first` to `last` of the call order, both counted from 1. */
export interface Slice {
  /** From 1, in the order the sessions run. */
  readonly number: number;
  readonly first: number;
  readonly last: number;
  readonly size: number;
  /** Null where the first hour is not known yet. */
  readonly startsAt: Ms | null;
}

/** Hours fall on multiples of this: nobody is told 10 h 31 min 30 s. */
const HOUR_STEP_MS = 5 * 60_000; // domain §11

/**
 * @param people how many stand on the call list; 0 gives no session
 * @param perSession how many at most in one session
 * @param firstAt hour of the first session, taken as it is
 * @param turnMs length of one turn: each next session starts after size × turn, rounded up to 5 minutes
 * @throws RangeError where `perSession` is not a positive whole number: a fault, parsed at the door.
 */
export function cut(people: number, perSession: number, firstAt: Ms | null, turnMs: Ms): readonly Slice[] {
  if (!Number.isSafeInteger(perSession) || perSession < 1)
    throw new RangeError(`cannot cut by ${perSession}`);
  const slices: Slice[] = [];
  let startsAt = firstAt;
  for (let first = 1; first <= people; first += perSession) {
    const last = Math.min(first + perSession - 1, people);
    const size = last - first + 1;
    slices.push({ number: slices.length + 1, first, last, size, startsAt });
    startsAt = startsAt === null ? null : roundUp(startsAt + size * turnMs);
  }
  return slices;
}

const roundUp = (at: Ms): Ms => Math.ceil(at / HOUR_STEP_MS) * HOUR_STEP_MS;
