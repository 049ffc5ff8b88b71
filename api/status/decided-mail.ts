/**
 * The letter that a request for another kind of choice has been decided: its SQL once, for the tables and for the
 * journal's statement (session-server/journal/projection-parts.ts).
 */
import type { Sql } from '../../migrations/open.ts';
import { tellIntern, tellModerators } from '../kit/own-changes.ts';
import { MAIL_JOBS } from '../worker/queue.ts';

/**
 * SQL. An insert for a CTE named `mails`; nobody is told who has no account. Its one parameter: the mails' domain.
 * @param decided name of a CTE with `id`, the request, and `roster_entry_id`.
 */
export const statusDecidedMails = (decided: string): string =>
  `insert into mail (message_id, kind, recipient, data)
    select 'status-' || ${decided}.id || '@' || ?::text, 'statusDecided', account.email,
      jsonb_build_object('statusRequest', ${decided}.id)
    from ${decided}
    join roster_entry on roster_entry.id = ${decided}.roster_entry_id
    join account on account.realm = 'intern' and account.intern_id = roster_entry.intern_id
    returning id, message_id`;

export interface StatusDecision {
  readonly decision: 'approved' | 'refused';
  readonly account: number;
  readonly reason: string;
  readonly mailDomain: string;
}

/**
 * Answers the request that waits, if this is one, and tells the intern and the moderators.
 * @param which SQL that says which of those that wait, with its parameters.
 */
export async function answerWaiting(
  sql: Sql,
  which: { readonly text: string; readonly params: readonly unknown[] },
  { decision, account, reason, mailDomain }: StatusDecision,
): Promise<void> {
  const [answered] = await sql<{ entry: number | null }>(
    `with decided as (
      update status_request set decided_at = now(), decided_by = ?::int, decision = ?, reason = ?
      where decided_at is null and ${which.text} returning id, roster_entry_id
    ), mails as (${statusDecidedMails('decided')})
    select (${MAIL_JOBS}) as jobs, (select max(roster_entry_id) from decided) as entry`,
    [account, decision, reason, ...which.params, mailDomain],
  );
  const entry = answered?.entry ?? null; // one waits at most of each intern
  if (entry === null) return;
  await tellIntern(sql, entry, 'status');
  await tellModerators(sql);
}
