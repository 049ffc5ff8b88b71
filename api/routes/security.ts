/**
 * The safety of one's own account, of every realm by `?realm=`: `GET /api/me/logins`, `POST /api/me/logins/end`,
 * `PUT /api/me/password`. What ends or changes something asks for the password once more (ASVS 7.5).
 */
import { Hono } from 'hono';
import { z } from 'zod';
import type { LoginId } from '../../machines/ids.ts';
import { passwordFaultText } from '../../machines/password.ts';
import { ownLogins } from '../account-answers.ts';
import { SIGN_IN_REALMS } from '../http/api.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described, describedSilent } from '../http/described.ts';
import { input } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import { changePassword } from '../sign-in/change-password.ts';
import { endOwnLogins, readLogins } from '../sign-in/own-logins.ts';
import { writtenPassword } from '../sign-in/passwords.ts';
import { shownAgain } from '../sign-in/shown-again.ts';
import { whoIs } from '../sign-in/signed-in.ts';

const asked = input('query', z.strictObject({ realm: z.enum(SIGN_IN_REALMS).default('intern') }));
const endBody = z.strictObject({
  password: writtenPassword.min(1),
  login: z.int32().min(1).nullable().describe('Null: every other than this one'),
});
const passwordBody = z.strictObject({ current: writtenPassword.min(1), password: writtenPassword });

export function securityRoutes(api: Api): Hono<ApiEnv> {
  const { database, config } = api;
  const routes = new Hono<ApiEnv>();

  routes.get('/me/logins', described('Where this account is signed in', ownLogins), asked, async context => {
    const signedIn = await whoIs(api, context, context.req.valid('query').realm);
    if (signedIn === null) return problem(context, 'NOT_SIGNED_IN');
    context.header('cache-control', 'no-store');
    return context.json(await readLogins(database.sql, signedIn));
  });

  routes.post(
    '/me/logins/end',
    describedSilent('Signs out one device, or every other; their sockets are closed'),
    asked,
    input('json', endBody),
    async context => {
      const signedIn = await whoIs(api, context, context.req.valid('query').realm);
      if (signedIn === null) return problem(context, 'NOT_SIGNED_IN');
      const { password, login } = context.req.valid('json');
      const refused = await shownAgain(api, context, signedIn, password);
      if (refused !== null) return refused;
      await endOwnLogins(database.sql, signedIn, login as LoginId | null);
      return context.body(null, 204);
    },
  );

  routes.put(
    '/me/password',
    describedSilent('Another password; every other device is signed out'),
    asked,
    input('json', passwordBody),
    async context => {
      const signedIn = await whoIs(api, context, context.req.valid('query').realm);
      if (signedIn === null) return problem(context, 'NOT_SIGNED_IN');
      const { current, password } = context.req.valid('json');
      const refused = await shownAgain(api, context, signedIn, current);
      if (refused !== null) return refused;
      const fault = await changePassword({ database, config, guessing: api.guessing }, signedIn, password);
      return fault === null
        ? context.body(null, 204)
        : problem(context, 'PASSWORD_REFUSED', { detail: passwordFaultText(fault), fields: ['password'] });
    },
  );
  return routes;
}
