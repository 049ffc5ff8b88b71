/** Every published post of the semester, in rows without names of columns: what `GET /api/offer` and `/api/offer/state` answer. */
import type { Phase } from './directory.ts';
import type { AmphitheatreId, LineId, PostId, ServiceId, SpecialtyId } from './ids.ts';

export interface PublicOffer {
  /** Which offer it is: another one as soon as a post is added, changed, published or withdrawn. */
  readonly edition: string;
  /** `2027-05`; null where no semester is open. */
  readonly semester: string | null;
  readonly amphitheatres: readonly {
    readonly id: AmphitheatreId;
    readonly group: string;
    readonly phase: Phase;
  }[];
  /** [id, name, head, establishment, city, department] */
  readonly services: readonly (readonly [ServiceId, string, string, string, string, string])[];
  /** [id, name] */
  readonly specialties: readonly (readonly [SpecialtyId, string])[];
  /**
   * [line, service, amphitheatre, accreditation, reservedFor, earmark, [[post, number]…]], sorted department,
   * establishment, service (domain §7), the lines of one amphitheatre together, posts by number.
   */
  readonly lines: readonly (readonly [
    LineId,
    ServiceId,
    AmphitheatreId,
    string,
    SpecialtyId | null,
    string | null,
    readonly (readonly [PostId, string])[],
  ])[];
}

/** What changes live, small enough to be asked for every few seconds. */
export interface OfferState {
  readonly edition: string;
  /** A digit a post, in the order of that edition's lines: 0 free, 1 filled, 2 taken out of the offer. */
  readonly posts: string;
}
