/** The rows that are only a name: semester, specialty groups, specialties. Found whatever their spelling, made where missing. */
import type { Sql } from '../../../migrations/open.ts';
import { fold } from '../files/fold.ts';

/** The first ever imported is the current one; another is prepared, and opened by `npm run semester` (api/semester). */
export async function storeSemester(sql: Sql, code: string): Promise<number> {
  await sql('insert into semester (code) values (?) on conflict (code) do nothing', [code]);
  await sql(
    'update semester set current = true where code = ? and not exists (select from semester where current)',
    [code],
  );
  const [semester] = await sql<{ id: number }>('select id from semester where code = ?', [code]);
  if (semester === undefined) throw new Error(`semester ${code} is not there after it was written`);
  return semester.id;
}

/** Ids by folded name. The first spelling ever imported stands. */
export const storeGroups = (sql: Sql, names: readonly string[]) => storeNames(sql, 'specialty_group', names);

export const storeSpecialties = (sql: Sql, names: readonly string[]) => storeNames(sql, 'specialty', names);

async function storeNames(
  sql: Sql,
  table: 'specialty' | 'specialty_group',
  names: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>();
  const stored = await sql<{ id: number; name: string }>(`select id, name from ${table}`);
  for (const { id, name } of stored) ids.set(fold(name), id);
  const missing = new Map(names.filter(name => !ids.has(fold(name))).map(name => [fold(name), name]));
  if (missing.size === 0) return ids;
  const made = await sql<{ id: number; name: string }>(
    `insert into ${table} (name) select name from jsonb_array_elements_text(?::jsonb) name returning id, name`,
    [JSON.stringify([...missing.values()])],
  );
  for (const { id, name } of made) ids.set(fold(name), id);
  return ids;
}
