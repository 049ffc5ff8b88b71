/** What was recorded: the journal's facts and the assignments, read from the database when the play is over. */
import type { PersonId, PostId, SessionId } from '../../machines/ids.ts';
import type { Fact } from '../../machines/session/facts.ts';
import type { Sql } from '../../migrations/open.ts';

export interface Recorded {
  /** All facts of the session's rows, in order. */
  readonly facts: readonly Fact[];
  readonly assignments: readonly RecordedAssignment[];
  readonly mails: number;
  /** The highest seq and the number of rows: the same where there is no hole. */
  readonly seq: number;
  readonly rows: number;
}

export interface RecordedAssignment {
  readonly person: PersonId;
  readonly post: PostId;
  readonly status: string;
}

export async function readRecord(sql: Sql, session: SessionId): Promise<Recorded> {
  const rows = await sql<{ seq: number; facts: readonly Fact[] }>(
    'select seq, facts from journal where session_id = ?::int order by seq',
    [session],
  );
  const assignments = await sql<RecordedAssignment>(
    `select roster_entry.person, post_id as post, assignment.status
    from assignment join roster_entry on roster_entry.id = roster_entry_id
    where session_id = ?::int and ended_at is null order by assignment.id`,
    [session],
  );
  const [mails] = await sql<{ count: number }>(
    `select count(*)::int as count from mail where message_id like ?`,
    [`choice-${session}-%`],
  );
  return {
    facts: rows.flatMap(row => row.facts),
    assignments,
    mails: mails?.count ?? 0,
    seq: rows.at(-1)?.seq ?? 0,
    rows: rows.length,
  };
}
