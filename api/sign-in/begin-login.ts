/** A new login for whoever has shown who they are: another refresh token each time (ASVS 7.2.4), both cookies set. */
import type { Context } from 'hono';
import type { AccountId, LoginId } from '../../machines/ids.ts';
import type { SignInRealm } from '../../machines/wire/frames.ts';
import type { Api } from '../http/api.ts';
import { signAccessToken } from './access-token.ts';
import { setTokens } from './cookies.ts';
import { insertLogin } from './logins.ts';
import { newRefreshToken, refreshHash } from './refresh-token.ts';

export async function beginLogin(
  api: Api,
  context: Context,
  realm: SignInRealm,
  account: AccountId,
): Promise<LoginId> {
  const refresh = newRefreshToken();
  const device = (context.req.header('user-agent') ?? '').slice(0, 200);
  const login = await insertLogin(api.database.sql, account, realm, refreshHash(refresh), device);
  const access = await signAccessToken(api.config, realm, { login, account }, api.clock.now());
  setTokens(context, realm, access, refresh);
  api.log.info({ realm, account, login }, 'login.made');
  return login;
}
