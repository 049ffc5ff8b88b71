/** `/api/mandate/invitation`: what the mailed link opens for the one who is to choose in another's place (M §6.2). */
import { Hono } from 'hono';
import { z } from 'zod';
import { passwordFaultText } from '../../machines/password.ts';
import { visibleText } from '../../machines/visible-text.ts';
import { answerOutcome } from '../acts/outcome.ts';
import { addressOf } from '../http/address.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described, describedAct } from '../http/described.ts';
import { input, plainText } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import { acceptMandate, declineMandate, lookAtInvitation } from '../mandates/invitation.ts';
import { mailedToken } from '../mailed-links/open-link.ts';
import { mandateInvitation } from '../mandate-answers.ts';
import { hashPassword, writtenPassword } from '../sign-in/passwords.ts';

const LONGEST_NAME = 100; // characters
const held = z.strictObject({ token: mailedToken });
const acceptance = held.extend({
  name: plainText.overwrite(visibleText).min(1).max(LONGEST_NAME),
  password: writtenPassword,
});

export function mandateInvitationRoute(api: Api): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.use('/mandate/invitation/*', async (context, next) => {
    await api.limits.lookUp(addressOf(context, api.config.trustedProxyHeader));
    return next();
  });
  return routes
    .post(
      '/mandate/invitation',
      described('Who asks for whose choice; looking uses nothing up', mandateInvitation),
      input('json', held),
      async context => {
        const invitation = await lookAtInvitation(api.database.sql, context.req.valid('json').token);
        context.header('cache-control', 'no-store');
        return invitation === null ? problem(context, 'LINK_ENDED') : context.json(invitation);
      },
    )
    .post(
      '/mandate/invitation/accept',
      describedAct(
        'Accepts with a password: from now on only the holder chooses; not while the intern is called',
      ),
      input('json', acceptance),
      async context => {
        const { token, name, password } = context.req.valid('json');
        const invitation = await lookAtInvitation(api.database.sql, token);
        if (invitation === null) return problem(context, 'LINK_ENDED');
        const fault = await api.guessing.fault(password, [invitation.email, name, invitation.name]);
        if (fault !== null)
          return problem(context, 'PASSWORD_REFUSED', {
            detail: passwordFaultText(fault),
            fields: ['password'],
          });
        const passwordHash = await hashPassword(password);
        const outcome = await acceptMandate(api, { token, name, passwordHash });
        return outcome.kind === 'unknown' ? problem(context, 'LINK_ENDED') : answerOutcome(context, outcome);
      },
    )
    .post(
      '/mandate/invitation/decline',
      describedAct('Declines: the intern is told, and chooses'),
      input('json', held),
      async context => {
        const outcome = await declineMandate(api, context.req.valid('json').token);
        return outcome.kind === 'unknown' ? problem(context, 'LINK_ENDED') : answerOutcome(context, outcome);
      },
    );
}
