/**
 * Who may choose which post (domain §4): the refusal, the reason shown beside a post and the missing button all come
 * from here, in the machine and in the client alike.
 */
import type { SpecialtyId } from '../ids.ts';
import type { Refusal } from '../refusal.ts';
import type { ChoiceStatus } from './world.ts';

export interface Chooser {
  readonly status: ChoiceStatus;
  readonly specialty: SpecialtyId;
}

export interface Seat {
  readonly reservedFor: SpecialtyId | null;
  readonly blocked: boolean;
  /** A classic holder sits there. */
  readonly filled: boolean;
  /** Seats offered on its line, blocked ones left out. */
  readonly lineSeats: number;
  /** Classic holders on its line whose call order is better than the chooser's. */
  readonly betterOnLine: number;
}

/** @returns null where the post may be chosen. */
export function mayChoose(chooser: Chooser, seat: Seat): Refusal | null {
  if (seat.blocked) return { code: 'BLOCKED' };
  if (seat.reservedFor !== null && seat.reservedFor !== chooser.specialty)
    return { code: 'RESERVED', specialty: seat.reservedFor };
  switch (chooser.status) {
    case 'classic':
      return seat.filled ? { code: 'FILLED' } : null;
    case 'supernumeraryValidating':
      return seat.betterOnLine < seat.lineSeats ? null : { code: 'FILLED_BY_BETTER_RANK' };
    case 'supernumeraryNonValidating':
      return null;
    default:
      return chooser.status satisfies never;
  }
}
