/**
 * Keeps what people are told, once per key, queues a push to each of their devices and tells the pages that they have
 * open. The host calls it after a row of the line, the worker for a mail's kind and for news (`api/worker/news-task.ts`);
 * `api/worker/push-task.ts` sends.
 */
import type { Ms } from '../../machines/ids.ts';
import type { NotificationKind } from '../../machines/notification-kinds.ts';
import type { Told } from '../../machines/session/told.ts';
import type { Sql } from '../../migrations/open.ts';

/**
 * Once per account and key: of the rows kept now only. A device whose login has ended is not asked; nor is a kind that
 * the person does not want by push. Mails wait behind: five thousand of them must not hold a turn back.
 */
export const PUSHED = `(select count((graphile_worker.add_job('push', json_build_object('subscription', push_subscription.id,
      'notification', kept.id), max_attempts => 6, priority => -10)).id)
    from kept
    join login on login.account_id = kept.account_id and login.ended_at is null and login.expires_at > now()
    join push_subscription on push_subscription.login_id = login.id
    left join notification_choice choice
      on choice.account_id = kept.account_id and choice.kind = kept.kind and choice.channel = 'push'
    where coalesce(choice.wanted, true)) as pushes`;

/** The pages that these people have open read their bell again. */
const TOLD = `(select count(pg_notify('bell', json_build_object('account', account_id)::text)) from kept) as told`;

/** @param at of the row that tells. To the chooser: the holder of an accepted mandate, else the intern (domain §3); nobody where there is no account. */
export async function queueTold(sql: Sql, told: readonly Told[], at: Ms): Promise<void> {
  const rows = told.map(one => ({
    person: one.person,
    kind: one.kind,
    key: keyOf(one),
    detail: detailOf(one),
  }));
  await sql(
    `with told as (
      select * from jsonb_to_recordset(?::jsonb) as one (person text, kind text, key text, detail jsonb)
    ), kept as (
      insert into notification (account_id, kind, key, detail, at)
      select account.id, told.kind, told.key, told.detail, to_timestamp(?::float8 / 1000)
      from told
      join roster_entry on roster_entry.person = told.person
      left join mandate on mandate.roster_entry_id = roster_entry.id and mandate.ended_at is null
        and mandate.accepted_at is not null and mandate.account_id is not null
      join account on account.id = mandate.account_id
        or mandate.id is null and account.realm = 'intern' and account.intern_id = roster_entry.intern_id
      where not exists (select from notification before where before.account_id = account.id and before.key = told.key)
      on conflict (account_id, key) do nothing
      returning id, account_id, kind
    ) select ${TOLD}, ${PUSHED}`,
    [JSON.stringify(rows), at],
  );
}

function keyOf(told: Told): string {
  return told.kind === 'turn' ? `turn-${told.session}-${told.turn}` : `ahead-${told.session}`;
}

function detailOf(told: Told): object {
  if (told.kind === 'fourAhead') return { ahead: told.ahead, turnMs: told.turnMs };
  return { turn: told.turn, until: told.until, awaited: told.awaited };
}

export interface ToldByMail {
  readonly account: number;
  readonly kind: NotificationKind;
  readonly mail: number;
  readonly detail: object;
}

/** The same for what a mail says, whether or not the mail itself is wanted; told at the hour of the mail. */
export async function queueToldByMail(sql: Sql, { account, kind, mail, detail }: ToldByMail): Promise<void> {
  await sql(
    `with kept as (
      insert into notification (account_id, kind, key, detail, at)
      select ?::int, ?::text, 'mail-' || mail.id, ?::jsonb, mail.created_at from mail where mail.id = ?::bigint
      on conflict (account_id, key) do nothing
      returning id, account_id, kind
    ) select ${TOLD}, ${PUSHED}`,
    [account, kind, JSON.stringify(detail), mail],
  );
}

interface Erased {
  readonly id: number;
  /** Of the roster: whose intern is told. */
  readonly entry: number;
}

/** What went with its semester, in the intern's bell alone: nobody has to be woken for it. */
export async function queueToldErased(
  sql: Sql,
  kind: Extract<NotificationKind, 'statusDecided' | 'mandateEnded'>,
  gone: readonly Erased[],
): Promise<void> {
  await sql(
    `with kept as (
      insert into notification (account_id, kind, key, detail, at)
      select account.id, ?::text, 'erased-' || ?::text || '-' || gone.id, '{"erased": true}', now()
      from jsonb_to_recordset(?::jsonb) as gone (id int, entry int)
      join roster_entry on roster_entry.id = gone.entry
      join account on account.realm = 'intern' and account.intern_id = roster_entry.intern_id
      on conflict (account_id, key) do nothing
      returning account_id
    ) select ${TOLD}`,
    [kind, kind, JSON.stringify(gone)],
  );
}

/** What was said to many or changed in the offer: where it stands. */
export type News =
  | { readonly session: number; readonly seq: number }
  /** Of `amphitheatre_act`: before the first session, and between two. */
  | { readonly act: number };

/** For the worker, which finds whom it concerns: once, and behind every mail and push that concerns one person. */
export async function queueNews(sql: Sql, news: News): Promise<void> {
  const key = 'act' in news ? `a${news.act}` : `j${news.session}-${news.seq}`;
  await sql(
    `select (graphile_worker.add_job('news', ?::json, job_key => ?::text, max_attempts => 8, priority => 5)).id`,
    [JSON.stringify(news), `news-${key}`],
  );
}
