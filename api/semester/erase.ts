/** What goes with a semester (domain §6): each statement says how many; all in the caller's transaction. */
import type { Sql } from '../../migrations/open.ts';
import { queueToldErased } from '../kit/told-queue.ts';

export interface Erased {
  readonly mandates: number;
  readonly holders: number;
  /** Requests for another kind of choice that nobody had answered. */
  readonly requests: number;
}

/** Of every semester that is not the current one: also what an import had left behind. */
export async function eraseWithSemester(sql: Sql): Promise<Erased> {
  const mandates = await eraseMandates(sql);
  const holders = await eraseHolders(sql);
  const requests = await sql<{ id: number; entry: number }>(
    `delete from status_request using roster_entry, semester
    where decided_at is null and roster_entry.id = status_request.roster_entry_id
      and semester.id = roster_entry.semester_id and not semester.current
    returning status_request.id, roster_entry.id as entry`,
  );
  await queueToldErased(sql, 'statusDecided', requests);
  return { mandates, holders, requests: requests.length };
}

/** Who held it goes, when it was held stays: with that the journal's letters can be verified. */
async function eraseMandates(sql: Sql): Promise<number> {
  const erased = await sql<{ id: number; entry: number; stood: boolean }>(
    `update mandate set email = '', phone = '', account_id = null, ended_at = coalesce(ended_at, now()),
      ended_by = coalesce(ended_by, case when ended_at is null then 'semester' end)
    from roster_entry, semester
    where roster_entry.id = mandate.roster_entry_id and semester.id = roster_entry.semester_id
      and not semester.current and mandate.email <> ''
    returning mandate.id, mandate.roster_entry_id as entry, mandate.ended_by = 'semester' as stood`,
  );
  await queueToldErased(
    sql,
    'mandateEnded',
    erased.filter(({ stood }) => stood),
  );
  const ids = JSON.stringify(erased.map(({ id }) => id));
  await sql(
    `delete from mail where kind in ('mandateAsked', 'mandateAccepted', 'mandateEnded')
      and (data ->> 'mandate')::int in (select value::int from jsonb_array_elements_text(?::jsonb))`,
    [ids],
  );
  await sql(
    `with gone as (
      delete from mailed_link where purpose = 'acceptMandate'
        and (detail ->> 'mandate')::int in (select value::int from jsonb_array_elements_text(?::jsonb))
      returning id
    ) delete from mail using gone where kind = 'acceptMandate' and (data ->> 'link')::int = gone.id`,
    [ids],
  );
  return erased.length;
}

/** Of whoever holds no mandate any more: the gateways hear of each login that ends, and close its sockets. */
async function eraseHolders(sql: Sql): Promise<number> {
  const holders = await sql<{ id: number }>(
    `select id from account where realm = 'mandatary' and not exists (
      select from mandate where mandate.account_id = account.id and mandate.ended_at is null)`,
  );
  const ids = JSON.stringify(holders.map(({ id }) => id));
  await sql(
    `select pg_notify('login_ended', json_build_object('login', id)::text) from login
    where ended_at is null and account_id in (select value::int from jsonb_array_elements_text(?::jsonb))`,
    [ids],
  );
  // The letters of choices that went to them: the Message-ID alone is proof (session-server/journal/verify).
  await sql(
    `update mail set recipient = '' from account
    where account.id in (select value::int from jsonb_array_elements_text(?::jsonb)) and mail.sent_at is not null
      and kind in ('choiceMade', 'choiceCorrected') and message_id like '%-mandatary@%'
      and lower(recipient) = lower(account.email)`,
    [ids],
  );
  await sql(
    `update mandate set account_id = null
    where account_id in (select value::int from jsonb_array_elements_text(?::jsonb))`,
    [ids],
  );
  await sql('delete from account where id in (select value::int from jsonb_array_elements_text(?::jsonb))', [
    ids,
  ]);
  return holders.length;
}
