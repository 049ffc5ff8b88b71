/** A forgotten password: `POST /api/password/forgotten`, `POST /api/password/link`, `POST /api/password`. */
import { Hono } from 'hono';
import { z } from 'zod';
import { passwordFaultText } from '../../machines/password.ts';
import { resettingAccount } from '../account-answers.ts';
import { addressOf } from '../http/address.ts';
import { SIGN_IN_REALMS } from '../http/api.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described, describedSilent } from '../http/described.ts';
import { emailAddress, input } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import { sameTime } from '../http/same-time.ts';
import { mailedToken } from '../mailed-links/open-link.ts';
import { lookAtReset, mailReset, resetPassword } from '../sign-in/password-reset.ts';
import { writtenPassword } from '../sign-in/passwords.ts';

const whose = z.strictObject({ realm: z.enum(SIGN_IN_REALMS), email: emailAddress });
const held = z.strictObject({ token: mailedToken });

export function passwordRoutes(api: Api): Hono<ApiEnv> {
  const { database } = api;
  const routes = new Hono<ApiEnv>();
  routes.use('/password/*', async (context, next) => {
    await api.limits.lookUp(addressOf(context, api.config.trustedProxyHeader));
    return next();
  });

  routes.post(
    '/password/forgotten',
    describedSilent('Mails a link to the account of that address; answers the same where there is none'),
    input('json', whose),
    async context => {
      const { realm, email } = context.req.valid('json');
      await sameTime(api.clock, () => mailReset(database, api.config, realm, email));
      return context.body(null, 204);
    },
  );

  routes.post(
    '/password/link',
    described('Whose password the link sets; looking does not use it', resettingAccount),
    input('json', held),
    async context => {
      const account = await lookAtReset(database.sql, context.req.valid('json').token);
      context.header('cache-control', 'no-store');
      return account === null ? problem(context, 'LINK_ENDED') : context.json(account);
    },
  );

  routes.post(
    '/password',
    describedSilent('Sets the password by the link, once; every login of the account ends'),
    input('json', held.extend({ password: writtenPassword })),
    async context => {
      const { token, password } = context.req.valid('json');
      const account = await lookAtReset(database.sql, token);
      if (account === null) return problem(context, 'LINK_ENDED');
      const own = [account.email, account.name, account.firstName ?? ''];
      const fault = await api.guessing.fault(password, own);
      if (fault !== null)
        return problem(context, 'PASSWORD_REFUSED', {
          detail: passwordFaultText(fault),
          fields: ['password'],
        });
      const done = await resetPassword(database, api.config, token, password);
      return done ? context.body(null, 204) : problem(context, 'LINK_ENDED');
    },
  );
  return routes;
}
