/** The interns themselves, known by their INE for all semesters: what the ARS's file says of who they are. */
import type { Sql } from '../../../migrations/open.ts';
import type { InternRow } from '../files/interns.ts';

export interface InternRecord {
  readonly ine: string;
  readonly name: string;
  readonly firstName: string;
  readonly birthName: string | null;
  readonly exam: string;
  readonly promotion: number;
  readonly regime: string;
}

export const internOf = (row: InternRow): InternRecord => ({
  ine: row.ine,
  name: row.name,
  firstName: row.firstName,
  birthName: row.birthName,
  exam: row.exam,
  promotion: row.promotion,
  regime: row.regime,
});

export async function readInterns(
  sql: Sql,
  ines: readonly string[],
): Promise<ReadonlyMap<string, InternRecord>> {
  const rows = await sql<InternRecord>(
    `select ine, name, first_name as "firstName", birth_name as "birthName", exam, promotion, regime
     from intern where ine in (select jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(ines)],
  );
  return new Map(rows.map(row => [row.ine, row]));
}

export async function writeInterns(sql: Sql, records: readonly InternRecord[]): Promise<void> {
  await sql(
    `insert into intern (ine, name, first_name, birth_name, exam, promotion, regime)
     select ine, name, "firstName", "birthName", exam, promotion, regime
     from jsonb_to_recordset(?::jsonb) as row(ine text, name text, "firstName" text, "birthName" text, exam text,
       promotion int, regime text)
     on conflict (ine) do update set name = excluded.name, first_name = excluded.first_name,
       birth_name = excluded.birth_name, exam = excluded.exam, promotion = excluded.promotion,
       regime = excluded.regime`,
    [JSON.stringify(records)],
  );
}
