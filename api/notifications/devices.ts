/** The statements of push subscriptions: one per login, gone with it, never seen by another account. */
import type { AccountId, LoginId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import type { NotificationSettings } from '../notification-answers.ts';

export interface Subscription {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** A person's own devices; more than these are somebody's script. */
const MOST_DEVICES = 10;

export function devicesOf(
  sql: Sql,
  account: AccountId,
  login: LoginId,
): Promise<NotificationSettings['devices']> {
  return sql(
    `select push_subscription.id, login.device, login.id = ?::int as own,
      floor(extract(epoch from push_subscription.created_at) * 1000)::float8 as since,
      floor(extract(epoch from push_subscription.last_sent_at) * 1000)::float8 as "lastSentAt"
    from push_subscription join login on login.id = push_subscription.login_id
    where login.account_id = ?::int and login.ended_at is null and login.expires_at > now()
    order by own desc, push_subscription.created_at desc`,
    [login, account],
  );
}

/**
 * One browser has one endpoint for all that are signed in there: another login of the same realm with it is a sign-in
 * that was left behind, whose turns would be told to whoever sits there now. Past the most devices the oldest goes.
 */
export async function subscribe(
  sql: Sql,
  login: LoginId,
  { endpoint, p256dh, auth }: Subscription,
): Promise<void> {
  await sql(
    `with own as (select login.id, account.realm, account.id as account from login
        join account on account.id = login.account_id where login.id = ?::int),
    left_behind as (
      delete from push_subscription using login, account, own
      where push_subscription.login_id = login.id and account.id = login.account_id and account.realm = own.realm
        and login.id <> own.id and push_subscription.endpoint = ?::text
    ), oldest as (
      delete from push_subscription where id in (
        select push_subscription.id from push_subscription join login on login.id = push_subscription.login_id
        join own on own.account = login.account_id and own.id <> login.id
        order by push_subscription.created_at desc offset ?::int)
    )
    insert into push_subscription (login_id, endpoint, p256dh, auth)
    select own.id, ?::text, ?::text, ?::text from own
    on conflict (login_id) do update set endpoint = excluded.endpoint, p256dh = excluded.p256dh, auth = excluded.auth`,
    [login, endpoint, MOST_DEVICES - 1, endpoint, p256dh, auth],
  );
}

/** @returns whether the account had such a device. */
export async function unsubscribe(sql: Sql, account: AccountId, id: number): Promise<boolean> {
  const gone = await sql(
    `delete from push_subscription using login
    where push_subscription.id = ?::int and login.id = push_subscription.login_id and login.account_id = ?::int
    returning push_subscription.id`,
    [id, account],
  );
  return gone.length > 0;
}

/** Where a push goes, as long as the login lives. */
export async function readSubscription(sql: Sql, id: number): Promise<Subscription | null> {
  const [row] = await sql<Subscription>(
    `select endpoint, p256dh, auth from push_subscription join login on login.id = push_subscription.login_id
    where push_subscription.id = ?::int and login.ended_at is null and login.expires_at > now()`,
    [id],
  );
  return row ?? null;
}

/** The push service knows it no more; a new subscription of the same login stays. */
export async function forget(sql: Sql, id: number, endpoint: string): Promise<void> {
  await sql('delete from push_subscription where id = ?::int and endpoint = ?::text', [id, endpoint]);
}

export async function markSentTo(sql: Sql, id: number): Promise<void> {
  await sql('update push_subscription set last_sent_at = now() where id = ?::int', [id]);
}
