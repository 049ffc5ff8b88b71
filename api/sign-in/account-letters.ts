/** Letters about an account, to its own address, queued in the transaction that causes them (ASVS 6.3.7). */
import type { Sql } from '../../migrations/open.ts';
import { mailDomainOf } from '../kit/config.ts';
import type { LinkConfig } from '../mailed-links/mail-link.ts';

type AccountLetter =
  | 'accountComplete'
  | 'accountDeleted'
  | 'passwordChanged'
  | 'emailChanged'
  | 'moderatorRemoved'
  | 'administratorTaken'
  | 'administratorGiven';

/** @param to where it is not the account's own address, as after a change of it. */
export async function queueAccountLetter(
  sql: Sql,
  config: LinkConfig,
  kind: AccountLetter,
  account: number,
  to: string | null = null,
): Promise<void> {
  await sql(
    `with queued as (
      insert into mail (message_id, kind, recipient, data)
      select 'account-' || ?::text || '-' || account.id || '-' || gen_random_uuid() || '@' || ?::text, ?,
        coalesce(?::text, account.email), jsonb_build_object('account', account.id)
      from account where account.id = ?::int
      returning id, message_id
    ) select count((graphile_worker.add_job('mail', json_build_object('mail', queued.id),
      job_key => queued.message_id, max_attempts => 8)).id) from queued`,
    [kind, mailDomainOf(config), kind, to, account],
  );
}
