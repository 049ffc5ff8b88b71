/** Who is without a post, as moderators read it (domain §3, §4): the API's list «à affecter» asks it for each person. */
import type { RecordedPerson } from './record.ts';
import type { PersonState } from './state.ts';
import type { AbsenceCause } from './world.ts';

export type LeftState =
  | { readonly kind: 'waiting' | 'called' | 'returned' | 'passed' | 'withoutPost' }
  | { readonly kind: 'absent'; readonly cause: AbsenceCause }
  | { readonly kind: 'excused'; readonly reason: string };

/** What the tables say of somebody without a post. */
export interface LeftInTables {
  /** The private reason of a planned absence; null where there is none. */
  readonly plannedAbsence: string | null;
  readonly outcome: 'passed' | 'withoutPost' | null;
  /** Added after their rank had passed. */
  readonly joinedLate: boolean;
}

/**
 * The tables know what was set, lifted or settled since; where they are silent, what the last session they were in says.
 * @param recorded null: none of their sessions has begun.
 */
export function leftState(tables: LeftInTables, recorded: RecordedPerson | null): LeftState {
  if (tables.outcome !== null) return { kind: tables.outcome };
  if (recorded?.kind === 'called') return { kind: 'called' };
  if (tables.plannedAbsence !== null) return { kind: 'excused', reason: tables.plannedAbsence };
  if (recorded === null) return tables.joinedLate ? ABSENT : { kind: 'waiting' };
  return ofRecord(recorded);
}

const ABSENT = { kind: 'absent', cause: 'byModerator' } as const;

function ofRecord({ kind, cause, owedReturn }: RecordedPerson): LeftState {
  switch (kind) {
    case 'waiting':
    case 'called':
    case 'returned':
    case 'passed':
    case 'withoutPost':
      return { kind };
    case 'absent':
      return { kind, cause: cause ?? 'byModerator' };
    // Lifted since: back to their place, or late where it was reached (domain §3).
    case 'excused':
      return owedReturn ? ABSENT : { kind: 'waiting' };
    // Of whoever is without a post now: taken back.
    case 'chosen':
      return ABSENT;
    default:
      return kind satisfies never;
  }
}

/** Of the last session, still to be assigned or settled «sans poste». */
export const isToSettle = (kind: PersonState['kind']): boolean => kind !== 'withoutPost' && kind !== 'chosen';
