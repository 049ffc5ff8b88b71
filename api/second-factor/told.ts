/** Word by mail that one's second factor has changed: whoever did not do it calls the agency (ASVS 6.3.7). */
import type { Sql } from '../../migrations/open.ts';
import { mailDomainOf } from '../kit/config.ts';
import type { Config } from '../kit/config.ts';

/** @param sql of the transaction that changes it: commit = one mail. */
export async function tellFactorChanged(
  sql: Sql,
  config: Pick<Config, 'publicUrl'>,
  account: number,
): Promise<void> {
  await sql(
    `with queued as (
      insert into mail (message_id, kind, recipient, data)
      select 'factor-' || gen_random_uuid()::text || '@' || ?::text, 'secondFactorChanged', email,
        jsonb_build_object('account', id) from account where id = ?::int
      returning id, message_id
    ) select count((graphile_worker.add_job('mail', json_build_object('mail', queued.id),
      job_key => queued.message_id, max_attempts => 8)).id) from queued`,
    [mailDomainOf(config), account],
  );
}
