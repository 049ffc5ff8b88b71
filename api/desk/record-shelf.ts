/**
 * What the journals say of sessions, kept folded: each asking reads the rows since the last one only, so that a page
 * that asks each five seconds costs an index look-up per session (routes/desk-day.ts, routes/desk-amphitheatres.ts).
 */
import type { Ms, PersonId, SessionId } from '../../machines/ids.ts';
import { putSealed } from '../../machines/sealed.ts';
import type { Fact } from '../../machines/session/facts.ts';
import { emptyRecord, foldRow } from '../../machines/session/record.ts';
import type { RecordedPerson, SessionRecord } from '../../machines/session/record.ts';
import type { Sql } from '../../migrations/open.ts';

/** @returns the record of each session asked for, as it stands now; one that has not begun has an empty one. */
export type RecordShelf = (
  sessions: readonly SessionId[],
) => Promise<ReadonlyMap<SessionId, Readonly<SessionRecord>>>;

interface Kept {
  seq: number;
  readonly record: SessionRecord;
}

const KEPT = 256; // sessions; a day of the whole country has fewer

export function recordShelf(sql: Sql): RecordShelf {
  const shelf = new Map<SessionId, Kept>();
  return async sessions => {
    const asked = new Map(sessions.map(id => [id, shelf.get(id) ?? { seq: 0, record: emptyRecord() }]));
    for (const [id, kept] of asked) {
      shelf.delete(id); // to the end: the oldest ones go
      shelf.set(id, kept);
    }
    for (const oldest of shelf.keys()) if (shelf.size > KEPT) shelf.delete(oldest);
    for (const row of await rowsSince(sql, asked)) {
      const kept = asked.get(row.session);
      if (kept === undefined || row.seq <= kept.seq) continue; // another asking has folded it meanwhile
      const facts = row.text === null ? row.facts : putSealed(row.facts, JSON.parse(row.text));
      foldRow(kept.record, { ...row, facts: facts as readonly Fact[] });
      kept.seq = row.seq;
    }
    return new Map([...asked].map(([id, { record }]) => [id, record]));
  };
}

/** What the last session that they were in says of somebody. @param latestFirst undefined: of it nothing was asked. */
export function lastRecordOf(
  person: PersonId,
  latestFirst: readonly (Readonly<SessionRecord> | undefined)[],
): RecordedPerson | null {
  for (const record of latestFirst) {
    const found = record?.people.get(person);
    if (found) return found;
  }
  return null;
}

interface JournalRow {
  readonly session: SessionId;
  readonly seq: number;
  readonly at: Ms;
  readonly facts: unknown;
  readonly connected: readonly PersonId[] | null;
  readonly unseen: boolean;
  readonly text: string | null;
}

/** Of private texts only those of a pause, which everybody reads. */
const rowsSince = (sql: Sql, asked: ReadonlyMap<SessionId, Kept>): Promise<readonly JournalRow[]> =>
  sql<JournalRow>(
    `select journal.session_id as session, journal.seq, journal.at, journal.facts, journal_private.text,
      case when journal.seq = 1 then (
        select coalesce(jsonb_agg(person -> 'id'), '[]')
        from jsonb_array_elements(journal.command -> 'world' -> 'people') person
        where (person ->> 'connected')::boolean) end as connected,
      journal.command ->> 'type' = 'credit' and journal.command ->> 'presence' is distinct from 'kept' as unseen
    from jsonb_to_recordset(?::jsonb) as known (session int, seq bigint)
    join journal on journal.session_id = known.session and journal.seq > known.seq
    left join journal_private on journal_private.session_id = journal.session_id
      and journal_private.seq = journal.seq and journal.facts @> '[{"kind": "paused"}]'
    order by journal.session_id, journal.seq`,
    [JSON.stringify([...asked].map(([session, { seq }]) => ({ session, seq })))],
  );
