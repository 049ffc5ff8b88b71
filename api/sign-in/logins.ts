/** The statements of logins: one row per signed-in browser and realm. */
import type { LoginId } from '../../machines/ids.ts';
import type { SignInRealm } from '../../machines/wire/frames.ts';
import type { Sql } from '../../migrations/open.ts';
import type { SignedIn } from '../http/api.ts';
import { endSteps } from '../second-factor/steps.ts';
import { OWN_ENTRY } from './own-entry.ts';
import { refreshFamily, refreshHash } from './refresh-token.ts';

/** How long a sign-in lasts without the password: interns are not signed out in the two weeks of the choices. */
export const LOGIN_DAYS: Readonly<Record<SignInRealm, number>> = { intern: 30, mandatary: 30, moderator: 1 };

/** How long the token before the present one is taken for a second tab, not for a thief. */
const REUSE_GRACE_S = 30;

/**
 * SQL. In a statement that reads `login` and `account`: it has not ended, and its time is not over. Nobody is signed out
 * by the calendar while a session of their own amphitheatre is live (at most a day past the time); a moderator who looks
 * on is.
 */
export const LIVE_LOGIN = `(login.ended_at is null and (login.expires_at > now()
    or login.seen_by is null and login.expires_at > now() - interval '1 day' and exists (
      select from call_list_entry
      join session on session.amphitheatre_id = call_list_entry.amphitheatre_id and session.state in ('running', 'paused')
      where call_list_entry.roster_entry_id = ${OWN_ENTRY})))`;

export async function findAccount(sql: Sql, realm: SignInRealm, email: string): Promise<FoundAccount | null> {
  const [row] = await sql<FoundAccount>(
    'select id as account, password_hash, demo from account where realm = ? and lower(email) = lower(?)',
    [realm, email],
  );
  return row ?? null;
}

export interface FoundAccount {
  readonly account: SignedIn['account'];
  readonly password_hash: string | null;
  /** A demonstration's account: no second factor, and none in production. */
  readonly demo: boolean;
}

/**
 * The login as it is now; null once it has ended: an access token lives no longer than its login.
 * @param shown hash of the refresh token that came with it: from then on the present one is known to have arrived.
 */
export async function findLogin(sql: Sql, login: LoginId, shown: Buffer | null): Promise<SignedIn | null> {
  const [row] = await sql<SignedIn & { readonly arrives: boolean | null }>(
    `select login.id as login, account.id as account, account.realm, account.intern_id as intern,
      login.seen_by as "seenBy", not login.refresh_seen and login.refresh_hash = ?::bytea as arrives
    from login join account on account.id = login.account_id
    where login.id = ?::int and ${LIVE_LOGIN}`,
    [shown, login],
  );
  if (row === undefined) return null;
  const { arrives, ...signedIn } = row;
  if (arrives === true)
    await sql('update login set refresh_seen = true where id = ?::int and refresh_hash = ?', [login, shown]);
  return signedIn;
}

const LATELY_MIN = 15;

/** Whether the password and the second factor were shown lately: asked before they are changed (ASVS 7.5.1). */
export async function madeLately(sql: Sql, login: LoginId): Promise<boolean> {
  const found = await sql(
    'select from login where id = ?::int and created_at > now() - make_interval(mins => ?::int)',
    [login, LATELY_MIN],
  );
  return found.length > 0;
}

/** Whose refresh token this is, the present one or the one before: signing out works in a tab that is one behind. */
export async function findLoginByRefresh(
  sql: Sql,
  realm: SignInRealm,
  shown: Buffer,
): Promise<Pick<SignedIn, 'login' | 'account'> | null> {
  const [row] = await sql<Pick<SignedIn, 'login' | 'account'>>(
    `select login.id as login, login.account_id as account from login join account on account.id = login.account_id
    where account.realm = ? and ? in (refresh_hash, previous_refresh_hash) and ended_at is null`,
    [realm, shown],
  );
  return row ?? null;
}

/** The present token becomes the one before. Null where this is not the present token of a live login of the realm. */
export async function rotateRefresh(
  sql: Sql,
  realm: SignInRealm,
  present: Buffer,
  next: Buffer,
): Promise<SignedIn | null> {
  const [row] = await sql<SignedIn>(
    `update login set previous_refresh_hash = refresh_hash, refresh_hash = ?, refresh_seen = false,
      rotated_at = now(), last_used_at = now()
    from account
    where account.id = login.account_id and account.realm = ?
      and refresh_hash = ? and ${LIVE_LOGIN}
    returning login.id as login, account.id as account, account.realm, account.intern_id as intern,
      login.seen_by as "seenBy"`,
    [next, realm, present],
  );
  return row ?? null;
}

/**
 * Whose token of before this is, and whether it is the last one and may be shown again: a second tab does so at once, and
 * a telephone whose answer was lost on the way whenever it has a line again, as nobody has shown what it did not get.
 */
export async function findReuse(sql: Sql, realm: SignInRealm, shown: string): Promise<Reuse | null> {
  const hash = refreshHash(shown);
  const [row] = await sql<Reuse>(
    `select login.id as login, account.id as account, account.realm, account.intern_id as intern,
      login.seen_by as "seenBy",
      previous_refresh_hash = ? and (not refresh_seen or rotated_at > now() - make_interval(secs => ?::int)) as fresh
    from login join account on account.id = login.account_id
    where account.realm = ? and (previous_refresh_hash = ? or refresh_family = ?) and refresh_hash <> ?
      and ${LIVE_LOGIN}`,
    [hash, REUSE_GRACE_S, realm, hash, refreshFamily(shown), hash],
  );
  return row ?? null;
}

export interface Reuse extends SignedIn {
  readonly fresh: boolean;
}

/** Of the codes that sockets are closed with (machines/wire/close-codes.ts). */
export type EndOfLogin = 'SIGNED_OUT' | 'MANDATE_ENDED';

/**
 * SQL. Two CTEs that end the logins which `which` (a condition on `login`) means: their sockets are closed by every
 * gateway, and nobody is woken for them any more.
 * @param why with which code they are closed.
 */
export const loginsEnded = (
  name: string,
  which: string,
  why: EndOfLogin = 'SIGNED_OUT',
): string => `${name} as (
    update login set ended_at = now() where login.ended_at is null and (${which})
    returning login.id, pg_notify('login_ended', json_build_object('login', login.id, 'why', '${why}')::text)),
  ${name}_asleep as (delete from push_subscription using ${name} where push_subscription.login_id = ${name}.id)`;

/** Ends the login, and those that a moderator sees through from it. */
export async function endLogin(sql: Sql, login: LoginId): Promise<void> {
  await sql(`with ${loginsEnded('ended', '?::int in (id, seen_by)')} select`, [login]);
}

/**
 * Somebody else signs in with this browser: the login that it held is over, and what is open with it. One's own stays:
 * a second tab that signs in puts nobody out of the room at their turn.
 */
export async function endLoginOfAnother(
  sql: Sql,
  realm: SignInRealm,
  shown: string,
  account: number,
): Promise<void> {
  const former = await findLoginByRefresh(sql, realm, refreshHash(shown));
  if (former !== null && former.account !== account) await endLogin(sql, former.login);
}

/** The same for every login of an account that lost its right, and for whoever stands between password and second factor. */
export async function endLoginsOf(sql: Sql, account: number): Promise<void> {
  await endSteps(sql, account);
  const which = `account_id = ?::int or seen_by in (select own.id from login own where own.account_id = ?::int)`;
  await sql(`with ${loginsEnded('ended', which)} select`, [account, account]);
}

/** How long the trace of a login is kept: by then nobody asks any more who was signed in where. */
const KEPT_DAYS = 30;

/** Of logins that ran out nobody is woken any more; later they go, with the device that they name. */
export async function purgeLogins(sql: Sql): Promise<void> {
  await sql(
    'delete from push_subscription using login where login.id = push_subscription.login_id and login.expires_at < now()',
  );
  await sql(
    'delete from login where least(coalesce(ended_at, expires_at), expires_at) < now() - make_interval(days => ?::int)',
    [KEPT_DAYS],
  );
}
