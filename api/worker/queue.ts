/** Queues mails in the caller's transaction: commit = one row and one job per recipient, rollback = none (facts §3). */
import type { AmphitheatreId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';

/** SQL. The jobs of a CTE `mails` about one person: a select that nobody reads is not run, so it is the statement's last. */
export const MAIL_JOBS = `select count((graphile_worker.add_job('mail', json_build_object('mail', mails.id),
  job_key => mails.message_id, max_attempts => 8)).id) from mails`;

// A `select` that nobody reads is not run: add_job stands in the final one. To a whole call list at once: after what
// concerns one person, whose jobs have the priority 0.
const QUEUE = `select count((graphile_worker.add_job('mail', json_build_object('mail', queued.id),
  job_key => queued.message_id, max_attempts => 8, priority => 10)).id) from queued`;

// The account's address where there is one, else the roster's; nobody without either.
const CALLED = `select call_list_entry.id as entry, roster_entry.person, session.starts_at,
    coalesce(account.email, nullif(roster_entry.email, '')) as email
  from call_list_entry
  join roster_entry on roster_entry.id = call_list_entry.roster_entry_id
  join session on session.id = call_list_entry.session_id
  left join account on account.realm = 'intern' and account.intern_id = roster_entry.intern_id
  where call_list_entry.amphitheatre_id = ?::int`;

/** To everyone of the call list: the amphitheatre is open. @param act the act's number, so that opening again tells again. */
export async function queueOpened(
  sql: Sql,
  amphitheatre: AmphitheatreId,
  act: number,
  mailDomain: string,
): Promise<void> {
  await sql(
    `with called as (${CALLED}), queued as (
      insert into mail (message_id, kind, recipient, data)
      select 'opened-' || ?::text || '-' || person || '@' || ?::text, 'amphitheatreOpened', email, jsonb_build_object('person', person)
      from called where email is not null
      returning id, message_id
    ) ${QUEUE}`,
    [amphitheatre, String(act), mailDomain],
  );
}

/** To those whose hour is not what it was. @param before hours in ms by call list entry, as a JSON object. */
export async function queueSessionTimes(
  sql: Sql,
  amphitheatre: AmphitheatreId,
  act: number,
  mailDomain: string,
  before: string,
): Promise<void> {
  await sql(
    `with called as (${CALLED}), queued as (
      insert into mail (message_id, kind, recipient, data)
      select 'time-' || ?::text || '-' || person || '@' || ?::text, 'sessionTime', email, jsonb_build_object('person', person)
      from called where email is not null
        and (extract(epoch from starts_at) * 1000)::float8 is distinct from (?::jsonb ->> entry::text)::float8
      returning id, message_id
    ) ${QUEUE}`,
    [amphitheatre, String(act), mailDomain, before],
  );
}
