/** Names and descriptions behind the ids of one amphitheatre: what `GET /api/amphitheatres/:id/directory/:edition` answers. */
import type { AmphitheatreId, LineId, PersonId, PostId, ServiceId, SpecialtyId } from './ids.ts';

export type Phase = 'socle' | 'approfondissement' | 'consolidation' | 'ancienRegime' | 'fst';

export interface Directory {
  readonly amphitheatre: AmphitheatreId;
  readonly edition: number;
  /** As shown: «Spécialités chirurgicales, phase d’approfondissement». */
  readonly title: string;
  readonly group: string;
  readonly phase: Phase;
  /** `2027-05`: the month the semester starts in (domain §11). */
  readonly semester: string;
  /** Ascending call order. */
  readonly people: readonly DirectoryPerson[];
  /** Sorted department, establishment, service (domain §7). */
  readonly services: readonly DirectoryService[];
  /** Ascending number. */
  readonly posts: readonly DirectoryPost[];
  readonly specialties: readonly { readonly id: SpecialtyId; readonly name: string }[];
}

export interface DirectoryPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly firstName: string;
  readonly callOrder: number;
  readonly specialty: SpecialtyId;
}

export interface DirectoryService {
  readonly id: ServiceId;
  readonly name: string;
  readonly head: string;
  readonly establishment: string;
  readonly city: string;
  /** `75`, `77` … */
  readonly department: string;
}

export interface DirectoryPost {
  readonly id: PostId;
  readonly number: string;
  readonly service: ServiceId;
  readonly line: LineId;
  readonly accreditation: string;
  readonly reservedFor: SpecialtyId | null;
  readonly earmark: string | null;
}
