/** Local ranks are one series for a promotion of a group: what the file gives must fit those of the phases it leaves out. */
import type { ImportFault } from './fault.ts';
import { fold } from './files/fold.ts';
import type { InternRow } from './files/interns.ts';
import type { PeoplePlan } from './plan-people.ts';
import type { StoredEntry } from './store/roster.ts';

export function restFaults(
  interns: { readonly file: string; readonly rows: readonly InternRow[] },
  roster: ReadonlyMap<string, StoredEntry>,
  plan: PeoplePlan,
  groups: ReadonlyMap<string, number>,
): readonly ImportFault[] {
  const given = new Set(interns.rows.map(row => row.ine));
  const gone = new Set(plan.removed);
  const rest = [...roster.values()].filter(entry => !given.has(entry.ine) && !gone.has(entry.id));
  const headcounts = new Map(rest.map(entry => [`${entry.promotion} ${entry.group}`, entry.localHeadcount]));
  const ranks = new Set(rest.map(entry => `${entry.promotion} ${entry.group} ${entry.localRank}`));
  return interns.rows.flatMap(row => {
    const cohort = `${row.promotion} ${groups.get(fold(row.group))}`;
    const headcount = headcounts.get(cohort);
    const fault = (column: string, reason: string): ImportFault => ({
      file: interns.file,
      line: row.line,
      column,
      reason: `${reason}, promotion ${row.promotion}, groupe «\u00a0${row.group}\u00a0».`,
    });
    if (headcount !== undefined && headcount !== row.localHeadcount)
      return [
        fault(
          'effectif_local',
          `Effectif local ${row.localHeadcount}, mais ${headcount} dans une phase déjà importée`,
        ),
      ];
    if (!ranks.has(`${cohort} ${row.localRank}`)) return [];
    return [fault('rang_local', `Rang local ${row.localRank} déjà pris dans une phase déjà importée`)];
  });
}
