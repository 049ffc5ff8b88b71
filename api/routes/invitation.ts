/** A moderator's invitation accepted: `POST /api/invitation/link` looks, `POST /api/invitation` sets the password, once. */
import { Hono } from 'hono';
import { z } from 'zod';
import { passwordFaultText } from '../../machines/password.ts';
import { addressOf } from '../http/address.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described } from '../http/described.ts';
import { input } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import { mailedToken } from '../mailed-links/open-link.ts';
import { invitedModerator } from '../moderator-answers.ts';
import { acceptInvitation, lookAtInvitation } from '../moderators/invite.ts';
import { askSecondFactor } from '../second-factor/ask.ts';
import { secondFactorAsked } from '../second-factor-answers.ts';
import { writtenPassword } from '../sign-in/passwords.ts';

const held = z.strictObject({ token: mailedToken });

export function invitationRoutes(api: Api): Hono<ApiEnv> {
  const { database } = api;
  const routes = new Hono<ApiEnv>();
  for (const path of ['/invitation', '/invitation/link'])
    routes.use(path, async (context, next) => {
      await api.limits.lookUp(addressOf(context, api.config.trustedProxyHeader));
      return next();
    });
  routes.post(
    '/invitation/link',
    described('Who is invited; looking does not use it', invitedModerator),
    input('json', held),
    async context => {
      const invited = await lookAtInvitation(database.sql, context.req.valid('json').token);
      context.header('cache-control', 'no-store');
      if (invited === null) return problem(context, 'LINK_ENDED');
      return context.json({ email: invited.email, name: invited.name });
    },
  );
  routes.post(
    '/invitation',
    described('Sets the password by the link, once, and goes on to the second factor', secondFactorAsked),
    input('json', held.extend({ password: writtenPassword })),
    async context => {
      const { token, password } = context.req.valid('json');
      const invited = await lookAtInvitation(database.sql, token);
      if (invited === null) return problem(context, 'LINK_ENDED');
      const fault = await api.guessing.fault(password, [invited.email, invited.name]);
      if (fault !== null)
        return problem(context, 'PASSWORD_REFUSED', {
          detail: passwordFaultText(fault),
          fields: ['password'],
        });
      const account = await acceptInvitation(database, token, password);
      if (account === null) return problem(context, 'LINK_ENDED');
      api.log.info({ account }, 'invitation.accepted');
      return context.json(await askSecondFactor(api, context, account));
    },
  );
  return routes;
}
