/** Another e-mail: `POST /api/me/profile/email`, then at each address `POST /api/email-change/link` and `POST /api/email-change`. */
import { Hono } from 'hono';
import { z } from 'zod';
import { emailChange, emailChanged } from '../account-answers.ts';
import { addressOf } from '../http/address.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described, describedSilent } from '../http/described.ts';
import { emailAddress, input } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import { sameTime } from '../http/same-time.ts';
import { NOT_MAILED } from '../mailed-links/not-mailed.ts';
import { mailedToken } from '../mailed-links/open-link.ts';
import { askEmailChange, lookAtEmailChange, sayYes } from '../profile/change-email.ts';
import { readIdentity } from '../sign-in/identities.ts';
import { writtenPassword } from '../sign-in/passwords.ts';
import { shownAgain } from '../sign-in/shown-again.ts';
import { onlyFor } from '../sign-in/signed-in.ts';

const askBody = z.strictObject({ password: writtenPassword.min(1), email: emailAddress });
const held = z.strictObject({ token: mailedToken });

export function emailChangeRoutes(api: Api): Hono<ApiEnv> {
  const { database, config, clock } = api;
  const routes = new Hono<ApiEnv>();

  routes.post(
    '/me/profile/email',
    describedSilent('Mails a link to the present address and to the new one; both are to be opened'),
    onlyFor(api, 'intern'),
    input('json', askBody),
    async context => {
      const { signedIn } = context.var;
      const { password, email } = context.req.valid('json');
      const refused = await shownAgain(api, context, signedIn, password);
      if (refused !== null) return refused;
      const present = (await readIdentity(database.sql, signedIn.account))?.email ?? '';
      if (present.toLowerCase() === email.toLowerCase()) return problem(context, 'SAME_EMAIL');
      const account = { id: signedIn.account, email: present };
      const mailed = await sameTime(clock, () => askEmailChange(database, config, account, email));
      return mailed === 'mailed' ? context.body(null, 204) : problem(context, NOT_MAILED[mailed]);
    },
  );

  routes.use('/email-change/*', async (context, next) => {
    context.header('cache-control', 'no-store');
    await api.limits.lookUp(addressOf(context, config.trustedProxyHeader));
    return next();
  });

  routes.post(
    '/email-change/link',
    described('Which change the link says yes to; looking does not use it', emailChange),
    input('json', held),
    async context => {
      const found = await lookAtEmailChange(database.sql, context.req.valid('json').token);
      return found === null ? problem(context, 'LINK_ENDED') : context.json(found);
    },
  );

  routes.post(
    '/email-change',
    described('Says yes at one address; with the second one it changes', emailChanged),
    input('json', held),
    async context => {
      const said = await sayYes(database, config, context.req.valid('json').token);
      if (said === 'linkOver') return problem(context, 'LINK_ENDED');
      return said === 'taken'
        ? problem(context, 'ACCOUNT_EXISTS')
        : context.json({ changed: said === 'changed' });
    },
  );
  return routes;
}
