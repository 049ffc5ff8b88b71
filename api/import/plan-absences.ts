/** Compares the planned absences of the file with those stored: the file adds and lifts only its own (domain §3, §11). */
import type { InternRow } from './files/interns.ts';
import type { StoredAbsences } from './store/absences.ts';

export interface AbsencesPlan {
  /** INEs. */
  readonly lift: readonly string[];
  readonly add: readonly { readonly ine: string; readonly reason: string }[];
}

const NONE: StoredAbsences = { lastOfFile: null, ofFileStands: false, ofModeratorStands: false };

/** `note` is called for each row that changes something. */
export function planAbsences(
  rows: readonly InternRow[],
  stored: ReadonlyMap<string, StoredAbsences>,
  note: (row: InternRow) => void,
): AbsencesPlan {
  const differs = rows.filter(row => {
    const { lastOfFile, ofFileStands, ofModeratorStands } = stored.get(row.ine) ?? NONE;
    if (row.plannedAbsence === null) return ofFileStands;
    return row.plannedAbsence !== lastOfFile && !ofModeratorStands;
  });
  for (const row of differs) note(row);
  return {
    lift: differs.filter(row => stored.get(row.ine)?.ofFileStands).map(row => row.ine),
    add: differs.flatMap(({ ine, plannedAbsence }) =>
      plannedAbsence === null ? [] : [{ ine, reason: plannedAbsence }],
    ),
  };
}
