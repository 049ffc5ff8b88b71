/**
 * Every journal that a test makes is verified before its database goes (database.ts, house.ts): chain, numbers, each row's facts
 * again, stored and restored state, and all that was written beside it.
 */
import type { SessionId } from '../../machines/ids.ts';
import type { Database, Sql } from '../../migrations/open.ts';
import { verifySession } from '../../session-server/journal/verify/verify-session.ts';

/**
 * Verifies, then removes whatever was found.
 * @param database null: there is nothing to verify, or its journals are made up.
 * @throws Error naming each thing that does not agree, once all is gone.
 */
export async function verifiedThen(database: Database | null, remove: () => Promise<void>): Promise<void> {
  let faults: readonly string[] = [];
  try {
    if (database !== null) faults = await database.transaction(journalFaults);
  } finally {
    await remove();
  }
  if (faults.length > 0) throw new Error(`journals do not agree:\n${faults.join('\n')}`);
}

async function journalFaults(sql: Sql): Promise<readonly string[]> {
  await sql('set transaction isolation level repeatable read, read only'); // a house may still be writing
  const recorded = await sql<{ session: SessionId }>(
    'select distinct session_id as session from journal order by session_id',
  );
  const faults: string[] = [];
  for (const { session } of recorded) {
    const report = await verifySession(sql, session);
    for (const { about, seq, ...more } of report?.disagreements ?? [])
      faults.push(`session ${session}, row ${seq ?? '–'}: ${about} ${JSON.stringify(more)}`);
  }
  return faults;
}
