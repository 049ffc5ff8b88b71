/** The end of every signing in: a login, its two cookies, and who one is. Whatever had to be shown has been. */
import type { Context } from 'hono';
import type { AccountId } from '../../machines/ids.ts';
import type { SignInRealm } from '../../machines/wire/frames.ts';
import type { Me } from '../answers.ts';
import type { Api } from '../http/api.ts';
import { signAccessToken } from './access-token.ts';
import { setTokens } from './cookies.ts';
import { readIdentity } from './identities.ts';
import { insertLogin } from './logins.ts';
import { newRefreshToken, refreshHash } from './refresh-token.ts';

const LONGEST_DEVICE = 200; // characters of what a browser says of itself

export async function openLogin(
  api: Api,
  context: Context,
  realm: SignInRealm,
  account: AccountId,
): Promise<Partial<Me>> {
  const { sql } = api.database;
  const refresh = newRefreshToken();
  const device = (context.req.header('user-agent') ?? '').slice(0, LONGEST_DEVICE);
  const login = await insertLogin(sql, account, realm, refreshHash(refresh), device);
  setTokens(
    context,
    realm,
    await signAccessToken(api.config, realm, { login, account }, api.clock.now()),
    refresh,
  );
  api.log.info({ realm, account, login }, 'login.made');
  return { [realm]: await readIdentity(sql, account) };
}
