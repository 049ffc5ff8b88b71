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
  /** Classic holders of better call order than the chooser's sit on as many seats as its line has. */
  readonly lineClosed: boolean;
  /** Its service has as many supernumeraries as the setting allows. */
  readonly serviceCapped: boolean;
}

export interface InOrder extends Chooser {
  readonly callOrder: number;
}

/** Better placed holders sit on every seat of the line: it concerns validating supernumeraries only. */
export const isLineClosed = (
  { status, callOrder }: Pick<InOrder, 'status' | 'callOrder'>,
  { seats, holders }: { readonly seats: number; readonly holders: readonly number[] },
): boolean =>
  status === 'supernumeraryValidating' && holders.filter(other => other < callOrder).length >= seats;

/** @param cap not there in journals of older rules: none. */
export const isServiceCapped = (
  { status }: Pick<Chooser, 'status'>,
  supernumeraries: number,
  cap: number | null | undefined,
): boolean => status !== 'classic' && typeof cap === 'number' && supernumeraries >= cap;

/** @returns null where the post may be chosen. */
export function mayChoose(chooser: Chooser, seat: Seat): Refusal | null {
  if (seat.blocked) return { code: 'BLOCKED' };
  if (seat.reservedFor !== null && seat.reservedFor !== chooser.specialty)
    return { code: 'RESERVED', specialty: seat.reservedFor };
  switch (chooser.status) {
    case 'classic':
      return seat.filled ? { code: 'FILLED' } : null;
    case 'supernumeraryValidating':
      if (seat.lineClosed) return { code: 'FILLED_BY_BETTER_RANK' };
      return seat.serviceCapped ? { code: 'CAP_REACHED' } : null;
    case 'supernumeraryNonValidating':
      return seat.serviceCapped ? { code: 'CAP_REACHED' } : null;
    default:
      return chooser.status satisfies never;
  }
}
