/** Signing in, renewing, signing out: `POST /api/login`, `POST /api/login/refresh`, `DELETE /api/login`. */
import { Hono } from 'hono';
import { z } from 'zod';
import { addressOf } from '../http/address.ts';
import { SIGN_IN_REALMS } from '../http/api.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described, describedSilent } from '../http/described.ts';
import { input, typedAddress } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import { askSecondFactor } from '../second-factor/ask.ts';
import { loginAnswer } from '../second-factor-answers.ts';
import { beginLogin } from '../sign-in/begin-login.ts';
import { dropTokens, refreshOf } from '../sign-in/cookies.ts';
import { endLogin, findAccount, findLoginByRefresh } from '../sign-in/logins.ts';
import { passwordMatches, writtenPassword } from '../sign-in/passwords.ts';
import { refreshHash } from '../sign-in/refresh-token.ts';
import { renew } from '../sign-in/signed-in.ts';

const realm = z.enum(SIGN_IN_REALMS);
const credentials = z.strictObject({
  realm,
  email: typedAddress,
  password: writtenPassword.min(1),
});
const ofRealm = z.strictObject({ realm });

export function loginRoutes(api: Api): Hono<ApiEnv> {
  const { sql } = api.database;
  const routes = new Hono<ApiEnv>();

  routes.post(
    '/login',
    described(
      'Signs in; sets the two cookies of the realm, or asks a moderator for the second factor',
      loginAnswer,
    ),
    input('json', credentials),
    async context => {
      const { realm, email, password } = context.req.valid('json');
      const name = `${realm} ${email.toLowerCase()}`;
      const address = addressOf(context, api.config.trustedProxyHeader);
      if (!(await api.limits.maySignIn(name, address))) {
        context.header('retry-after', '60');
        return problem(context, 'TOO_MANY');
      }
      const found = await findAccount(sql, realm, email);
      const matches = await passwordMatches(found?.password_hash ?? null, password, address);
      if (!matches || found === null || (api.config.production && found.demo)) {
        await api.limits.failed(name);
        api.log.info({ realm, account: found?.account ?? null }, 'login.refused');
        return problem(context, 'SIGN_IN_REFUSED');
      }
      await api.limits.succeeded(name, address);
      if (realm === 'moderator' && !found.demo)
        return context.json(await askSecondFactor(api, context, found.account));
      return context.json({ [realm]: await beginLogin(api, context, realm, found.account) });
    },
  );

  routes.post(
    '/login/refresh',
    describedSilent('Another access token for the refresh token'),
    input('json', ofRealm),
    async context => {
      const renewed = await renew(api, context, context.req.valid('json').realm);
      return renewed === null ? problem(context, 'NOT_SIGNED_IN') : context.body(null, 204);
    },
  );

  routes.delete(
    '/login',
    describedSilent('Signs out: the login ends, its sockets are closed'),
    input('json', ofRealm),
    async context => {
      const { realm } = context.req.valid('json');
      const shown = refreshOf(context, realm);
      const held = shown === undefined ? null : await findLoginByRefresh(sql, realm, refreshHash(shown));
      if (held !== null) await endLogin(sql, held.login);
      dropTokens(context, realm);
      return context.body(null, 204);
    },
  );

  return routes;
}
