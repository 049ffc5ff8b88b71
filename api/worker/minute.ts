/** What the worker does at its start and once a minute, whichever worker takes it up. */
import { openDue } from '../acts/open-due.ts';
import { purgeDocuments } from '../documents/purge.ts';
import type { Database, Sql } from '../../migrations/open.ts';
import type { Clock } from '../kit/clock.ts';
import { mailDomainOf } from '../kit/config.ts';
import type { Config } from '../kit/config.ts';
import type { Log } from '../kit/log.ts';
import { purgeTickets } from '../kit/tickets.ts';
import { purgeSteps } from '../second-factor/steps.ts';
import { removeRefused } from '../live/refused-posts.ts';
import { purgeLinks } from '../mailed-links/open-link.ts';
import { purgeInvitations } from '../moderators/invite.ts';
import { purgeLogins } from '../sign-in/logins.ts';

export interface MinuteParts {
  readonly database: Database;
  readonly config: Pick<Config, 'publicUrl'>;
  readonly clock: Clock;
  readonly log: Log;
}

export async function everyMinute({ database, config, clock, log }: MinuteParts): Promise<void> {
  await unlockDeadWorkers(database.sql);
  await reviveMails(database.sql);
  await purgeTickets(database.sql);
  await purgeSteps(database.sql);
  await purgeLogins(database.sql);
  await purgeLinks(database.sql);
  await purgeInvitations(database.sql);
  await purgeDocuments(database.sql);
  await removeRefused(database.sql, null);
  for (const amphitheatre of await openDue(database, clock.now(), mailDomainOf(config)))
    log.info({ amphitheatre }, 'amphitheatre.opened-by-itself');
}

/** A killed worker's jobs would wait four hours; a mail is bounded to far less than these five minutes (facts §3). */
async function unlockDeadWorkers(sql: Sql): Promise<void> {
  await sql(
    `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
    from graphile_worker._private_jobs where locked_at < now() - interval '5 minutes' having count(*) > 0`,
  );
}

/** Eight tries last half an hour, a mail server's bad day longer: begun anew each hour, for three days. */
async function reviveMails(sql: Sql): Promise<void> {
  await sql(
    `select graphile_worker.reschedule_jobs(array_agg(id), run_at => now(), attempts => 0)
    from graphile_worker.jobs
    where task_identifier = 'mail' and attempts >= max_attempts and locked_at is null
      and updated_at < now() - interval '1 hour' and created_at > now() - interval '3 days'
    having count(*) > 0`,
  );
}
