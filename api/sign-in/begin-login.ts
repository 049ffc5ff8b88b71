/** A new login for whoever has shown who they are: another refresh token each time (ASVS 7.2.4), both cookies set. */
import type { Context } from 'hono';
import type { AccountId, LoginId } from '../../machines/ids.ts';
import type { SignInRealm } from '../../machines/wire/frames.ts';
import type { Sql } from '../../migrations/open.ts';
import type { Identity } from '../answers.ts';
import type { Api } from '../http/api.ts';
import { signAccessToken } from './access-token.ts';
import { refreshOf, setTokens } from './cookies.ts';
import { IDENTITY } from './identities.ts';
import { endLoginOfAnother, LOGIN_DAYS } from './logins.ts';
import { newRefreshToken, refreshFamily, refreshHash } from './refresh-token.ts';

/** @returns who that is, as `/api/me` would say it. */
export async function beginLogin(
  api: Api,
  context: Context,
  realm: SignInRealm,
  account: AccountId,
): Promise<Identity> {
  const former = refreshOf(context, realm);
  if (former !== undefined) await endLoginOfAnother(api.database.sql, realm, former, account);
  const refresh = newRefreshToken();
  const device = (context.req.header('user-agent') ?? '').slice(0, 200);
  const begun = await insertLogin(api.database.sql, account, realm, refresh, device);
  const { login, ...identity } = begun;
  const access = await signAccessToken(api.config, realm, { login, account }, api.clock.now());
  setTokens(context, realm, access, refresh);
  api.log.info({ realm, account, login }, 'login.made');
  return identity;
}

/** One way to the database for login and identity: a crowd signs in in one minute. */
async function insertLogin(
  sql: Sql,
  account: AccountId,
  realm: SignInRealm,
  refresh: string,
  device: string,
): Promise<Identity & { readonly login: LoginId }> {
  const [row] = await sql<Identity & { login: LoginId }>(
    `with made as (
      insert into login (account_id, refresh_hash, refresh_family, expires_at, device)
      values (?::int, ?, ?, now() + make_interval(days => ?::int), ?) returning id, account_id
    ) select made.id as login, who.* from made, lateral (${IDENTITY} where account.id = made.account_id) who`,
    [account, refreshHash(refresh), refreshFamily(refresh), LOGIN_DAYS[realm], device, null],
  );
  if (row === undefined) throw new Error('an insert returned no row');
  return row;
}
