/** Where an account is signed in: the list its owner reads, and ends one or all of (ASVS 7.5.2). */
import type { LoginId, Ms } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import type { SignedIn } from '../http/api.ts';
import { LIVE_LOGIN, loginsEnded } from './logins.ts';
import { passwordMatches } from './passwords.ts';

export interface OwnLogin {
  readonly id: LoginId;
  readonly device: string;
  readonly since: Ms;
  readonly lastUsedAt: Ms;
  /** The one that asks. */
  readonly own: boolean;
}

/** The last used first. */
export const readLogins = (sql: Sql, { account, login }: SignedIn): Promise<OwnLogin[]> =>
  sql<OwnLogin>(
    `select login.id, login.device, login.id = ?::int as own,
      (extract(epoch from login.created_at) * 1000)::float8 as since,
      (extract(epoch from login.last_used_at) * 1000)::float8 as "lastUsedAt"
    from login join account on account.id = login.account_id
    where login.account_id = ?::int and ${LIVE_LOGIN} order by login.last_used_at desc`,
    [login, account],
  );

/**
 * One of the account's own, or with null every other than the one that asks, and what a moderator sees through it; each
 * gateway is told at once.
 */
export async function endOwnLogins(
  sql: Sql,
  { account, login }: SignedIn,
  which: LoginId | null,
): Promise<void> {
  const condition = `exists (select from login own where own.account_id = ?::int and own.id in (login.id, login.seen_by)
      and case when ?::int is null then own.id <> ?::int else own.id = ?::int end)`;
  await sql(`with ${loginsEnded('ended', condition)} select`, [account, which, login, which]);
}

/** Who is signed in shows the password once more, before what a thief of the telephone would do (ASVS 7.5.1). */
export async function passwordIsOwn(
  sql: Sql,
  account: number,
  password: string,
  from: string,
): Promise<boolean> {
  const [row] = await sql<{ password_hash: string | null }>(
    'select password_hash from account where id = ?::int',
    [account],
  );
  return passwordMatches(row?.password_hash ?? null, password, from);
}
