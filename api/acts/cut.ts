/** Cutting an amphitheatre into sessions with their hours (domain §2): possible again until the first start. */
import type { AmphitheatreId, Ms } from '../../machines/ids.ts';
import type { Database, Sql } from '../../migrations/open.ts';
import { readHours, writeCallList } from '../import/store/sessions.ts';
import { queueSessionTimes } from '../worker/queue.ts';
import { anyStarted, lockAmphitheatre } from './lock.ts';
import { DONE, refused } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { recordAct } from './record.ts';

export interface Cut {
  readonly perSession: number;
  readonly firstAt: Ms;
}

export function cutAmphitheatre(
  database: Database,
  id: number,
  { perSession, firstAt }: Cut,
  by: { readonly account: number; readonly mailDomain: string },
): Promise<Outcome> {
  return database.transaction<Outcome>(async sql => {
    const amphitheatre = await lockAmphitheatre(sql, id);
    if (amphitheatre === null) return { kind: 'unknown' };
    if (anyStarted(amphitheatre)) return refused({ code: 'ALREADY_STARTED' });
    if (amphitheatre.people === 0) return refused({ code: 'NOT_READY', missing: ['callList'] });
    const before = await readHours(sql, amphitheatre.id);
    const { semester, ines } = await callListOf(sql, amphitheatre.id);
    await writeCallList(sql, semester, amphitheatre.id, ines, { perSession, firstAt });
    const act = await recordAct(sql, {
      amphitheatre: amphitheatre.id,
      act: 'cut',
      account: by.account,
      detail: { perSession, firstAt },
    });
    if (amphitheatre.timetablePublished)
      await queueSessionTimes(sql, amphitheatre.id, act, by.mailDomain, before);
    return DONE;
  });
}

/** The call list as it stands, for the one function that writes sessions and places. */
async function callListOf(
  sql: Sql,
  amphitheatre: AmphitheatreId,
): Promise<{ readonly semester: number; readonly ines: readonly string[] }> {
  const rows = await sql<{ semester: number; ine: string }>(
    `select roster_entry.semester_id as semester, intern.ine
    from call_list_entry
    join roster_entry on roster_entry.id = roster_entry_id
    join intern on intern.id = roster_entry.intern_id
    where amphitheatre_id = ?::int order by call_order`,
    [amphitheatre],
  );
  return { semester: rows[0]?.semester ?? 0, ines: rows.map(({ ine }) => ine) };
}
