/** One line of the roster as a moderator corrects it, and what goes with it in its cohort (domain §5, §11). Pure. */
import type { RosterChanges } from '../file-answers.ts';
import type { StoredEntry } from '../import/store/roster.ts';

/** What rank and call list are made of, and what the called list shows: nothing of it changes once it is called. */
const DECISIVE = [
  'name',
  'firstName',
  'specialtyId',
  'promotion',
  'validatedSemesters',
  'supernumerarySemesters',
  'researchYearSemesters',
  'researchLeaveSemesters',
  'nationalRank',
  'localRank',
  'localHeadcount',
] as const satisfies readonly (keyof RosterChanges)[];

export const isDecisive = (changes: RosterChanges): boolean =>
  DECISIVE.some(field => changes[field] !== undefined);

export type CorrectedEntries =
  /** The corrected line first, then those of its cohort that a headcount changes with it. */
  | { readonly kind: 'sound'; readonly entries: readonly [StoredEntry, ...StoredEntry[]] }
  /** Taken by another of the cohort, or above the headcount. */
  | { readonly kind: 'localRank' }
  /** Somebody of the cohort has a local rank above it. */
  | { readonly kind: 'localHeadcount' };

/**
 * The local headcount is the cohort's, those of one promotion and group: corrected for one it is for all, and who comes
 * into another cohort takes the one that it has.
 * @param groupId of the DES that it comes to. @param roster the groups that it leaves and comes to, whole.
 */
export function correctEntry(
  entry: StoredEntry,
  changes: RosterChanges,
  groupId: number,
  roster: Iterable<StoredEntry>,
): CorrectedEntries {
  const promotion = changes.promotion ?? entry.promotion;
  const cohort = [...roster].filter(
    other => other.ine !== entry.ine && other.promotion === promotion && other.groupId === groupId,
  );
  const moved = promotion !== entry.promotion || groupId !== entry.groupId;
  const theirs = moved ? cohort[0]?.localHeadcount : undefined;
  const localHeadcount = changes.localHeadcount ?? theirs ?? entry.localHeadcount;
  const localRank = changes.localRank ?? entry.localRank;
  if (cohort.some(other => other.localRank > localHeadcount)) return { kind: 'localHeadcount' };
  if (localRank > localHeadcount || cohort.some(other => other.localRank === localRank))
    return { kind: 'localRank' };
  const corrected = {
    ...withOwn(entry, changes),
    groupId,
    group: `${groupId}`,
    promotion,
    localRank,
    localHeadcount,
  };
  const others = cohort
    .filter(other => other.localHeadcount !== localHeadcount)
    .map(other => ({ ...other, localHeadcount }));
  return { kind: 'sound', entries: [corrected, ...others] };
}

/** What concerns nobody else. */
function withOwn(entry: StoredEntry, changes: RosterChanges): StoredEntry {
  const { semesters } = entry;
  return {
    ...entry,
    email: changes.email ?? entry.email,
    phone: changes.phone ?? entry.phone,
    faculty: changes.faculty ?? entry.faculty,
    specialtyId: changes.specialtyId ?? entry.specialtyId,
    nationalRank: changes.nationalRank ?? entry.nationalRank,
    semesters: {
      validated: changes.validatedSemesters ?? semesters.validated,
      supernumerary: changes.supernumerarySemesters ?? semesters.supernumerary,
      researchYear: changes.researchYearSemesters ?? semesters.researchYear,
      researchLeave: changes.researchLeaveSemesters ?? semesters.researchLeave,
    },
  };
}
