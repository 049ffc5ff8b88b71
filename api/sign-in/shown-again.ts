/** Before what a thief of a signed-in telephone would do, the password is asked for once more (ASVS 7.5.1). */
import type { Context } from 'hono';
import { addressOf } from '../http/address.ts';
import type { Api, SignedIn } from '../http/api.ts';
import { problem } from '../http/problem.ts';
import { passwordIsOwn } from './own-logins.ts';

/** @returns null where the password is right; a wrong one is counted like a wrong sign-in. */
export async function shownAgain(
  api: Api,
  context: Context,
  { account, realm }: SignedIn,
  password: string,
): Promise<Response | null> {
  const [name, address] = [`again ${realm} ${account}`, addressOf(context, api.config.trustedProxyHeader)];
  if (!(await api.limits.maySignIn(name, address))) return problem(context, 'TOO_MANY');
  if (!(await passwordIsOwn(api.database.sql, account, password, address))) {
    await api.limits.failed(name);
    return problem(context, 'PASSWORD_WRONG');
  }
  await api.limits.succeeded(name, address);
  return null;
}
