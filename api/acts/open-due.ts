/** Opens what opens by itself (domain §2): called each minute by the worker; hours are read, never held in a timer. */
import type { Ms } from '../../machines/ids.ts';
import { opensByItself } from '../../machines/opening.ts';
import type { Database } from '../../migrations/open.ts';
import { lockAmphitheatre } from './lock.ts';
import { moveLocked } from './move.ts';

/** @returns the amphitheatres opened now. */
export async function openDue(database: Database, at: Ms, mailDomain: string): Promise<readonly number[]> {
  const candidates = await database.sql<{ id: number }>(
    `select distinct amphitheatre_id as id from session where state = 'validated' and not rehearsal order by 1`,
  );
  const opened: number[] = [];
  for (const { id } of candidates) if (await openIfDue(database, id, at, mailDomain)) opened.push(id);
  return opened;
}

function openIfDue(database: Database, id: number, at: Ms, mailDomain: string): Promise<boolean> {
  return database.transaction(async sql => {
    const amphitheatre = await lockAmphitheatre(sql, id);
    if (amphitheatre === null || !opensByItself(amphitheatre.sessions, at)) return false;
    const outcome = await moveLocked(sql, amphitheatre, { act: 'open' }, { account: null, at, mailDomain });
    return outcome.kind === 'done';
  });
}
