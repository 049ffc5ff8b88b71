/** Publication (domain §2): offer, timetable and provisional call list become public, each once and for good. */
import type { Database } from '../../migrations/open.ts';
import { publishAmphitheatre } from '../import/store/amphitheatres.ts';
import { lockAmphitheatre } from './lock.ts';
import { DONE } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { recordAct } from './record.ts';

/** What is published already stays as it is: done again it changes nothing. */
export function publish(database: Database, id: number, account: number): Promise<Outcome> {
  return database.transaction<Outcome>(async sql => {
    const amphitheatre = await lockAmphitheatre(sql, id);
    if (amphitheatre === null) return { kind: 'unknown' };
    if (await publishAmphitheatre(sql, amphitheatre.id))
      await recordAct(sql, { amphitheatre: amphitheatre.id, act: 'publish', account, detail: {} });
    return DONE;
  });
}
