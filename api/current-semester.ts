/** The semester whose posts are chosen now: one at most. */
import type { Sql } from '../migrations/open.ts';

export interface CurrentSemester {
  readonly id: number;
  /** `2027-05` */
  readonly code: string;
}

export async function currentSemester(sql: Sql): Promise<CurrentSemester | null> {
  const [row] = await sql<CurrentSemester>('select id, code from semester where current');
  return row ?? null;
}
