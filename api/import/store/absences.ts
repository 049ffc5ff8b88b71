/** Planned absences as the file gives them. What a moderator set or lifted since stays: the file undoes only its own. */
import type { Sql } from '../../../migrations/open.ts';

export interface StoredAbsences {
  /** Reason of the last one the file set, lifted or not; null = it never set one. */
  readonly lastOfFile: string | null;
  /** That one still stands. */
  readonly ofFileStands: boolean;
  /** One set by a moderator stands. */
  readonly ofModeratorStands: boolean;
}

/** By INE; who never had one is not in it. */
export async function readAbsences(
  sql: Sql,
  semesterId: number,
  ines: readonly string[],
): Promise<ReadonlyMap<string, StoredAbsences>> {
  const rows = await sql<StoredAbsences & { ine: string }>(
    `select ine, (array_agg(reason order by absence.id desc) filter (where set_by is null))[1] as "lastOfFile",
       coalesce(bool_or(lifted_at is null) filter (where set_by is null), false) as "ofFileStands",
       coalesce(bool_or(lifted_at is null) filter (where set_by is not null), false) as "ofModeratorStands"
     from planned_absence absence
     join roster_entry entry on entry.id = roster_entry_id join intern on intern.id = intern_id
     where semester_id = ? and ine in (select jsonb_array_elements_text(?::jsonb)) group by ine`,
    [semesterId, JSON.stringify(ines)],
  );
  return new Map(rows.map(({ ine, ...absences }) => [ine, absences]));
}

/** Lifts what the file no longer says. `ines`: whose. */
export async function liftAbsences(sql: Sql, semesterId: number, ines: readonly string[]): Promise<void> {
  await sql(
    `update planned_absence set lifted_at = now() from roster_entry entry join intern on intern.id = intern_id
     where entry.id = roster_entry_id and semester_id = ? and lifted_at is null and set_by is null
       and ine in (select jsonb_array_elements_text(?::jsonb))`,
    [semesterId, JSON.stringify(ines)],
  );
}

export async function addAbsences(
  sql: Sql,
  semesterId: number,
  absences: readonly { readonly ine: string; readonly reason: string }[],
): Promise<void> {
  await sql(
    `insert into planned_absence (roster_entry_id, reason)
     select entry.id, reason from jsonb_to_recordset(?::jsonb) as row(ine text, reason text)
     join intern using (ine) join roster_entry entry on entry.intern_id = intern.id and semester_id = ?`,
    [JSON.stringify(absences), semesterId],
  );
}
