/** `/api/desk/moderators`: who may sign in to the desk. Every route of this file is for administrators alone. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';
import type { Api, ApiEnv } from '../http/api.ts';
import { described, describedSilent } from '../http/described.ts';
import { idInPath, input } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import type { ProblemCode } from '../http/problem.ts';
import { NOT_MAILED } from '../mailed-links/not-mailed.ts';
import { administratorBody, inviteBody, moderators } from '../moderator-answers.ts';
import { invite } from '../moderators/invite.ts';
import { listModerators } from '../moderators/list.ts';
import {
  removeModerator,
  resendInvitation,
  resetSecondFactor,
  setAdministrator,
} from '../moderators/rights.ts';
import type { Changed } from '../moderators/rights.ts';
import { onlyAdministrators } from '../sign-in/signed-in.ts';

const place = z.object({ id: idInPath });

const REFUSED: Readonly<Record<Exclude<Changed, 'done'>, ProblemCode>> = {
  unknown: 'NOT_FOUND',
  lastAdministrator: 'LAST_ADMINISTRATOR',
  alreadyActive: 'ALREADY_ACTIVE',
  ...NOT_MAILED,
};

export function deskModeratorRoutes(api: Api): Hono<ApiEnv> {
  const { database, config } = api;
  const routes = new Hono<ApiEnv>().use('*', onlyAdministrators(api));
  const answer = (context: Context, changed: Changed): Response =>
    changed === 'done' ? context.body(null, 204) : problem(context, REFUSED[changed]);

  routes.get('/', described('Every moderator; administrators only', moderators), async context => {
    context.header('cache-control', 'no-store');
    return context.json(await listModerators(database.sql));
  });
  routes.post(
    '/',
    describedSilent('Invites one by mail; administrators only'),
    input('json', inviteBody),
    async context => {
      const invited = await invite(database, config, context.req.valid('json'), context.var.signedIn.account);
      return invited.kind === 'exists' ? problem(context, 'MODERATOR_EXISTS') : context.body(null, 204);
    },
  );
  routes.post(
    '/:id/invitation',
    describedSilent('Sends the invitation again; administrators only'),
    input('param', place),
    async context => {
      const { id } = context.req.valid('param');
      return answer(context, await resendInvitation(database, config, id, context.var.signedIn.account));
    },
  );
  routes.put(
    '/:id/administrator',
    describedSilent('Gives or takes the administrator’s right; administrators only'),
    input('param', place),
    input('json', administratorBody),
    async context => {
      const { id } = context.req.valid('param');
      const { administrator } = context.req.valid('json');
      return answer(
        context,
        await setAdministrator(database, config, id, administrator, context.var.signedIn.account),
      );
    },
  );
  routes.delete(
    '/:id/second-factor',
    describedSilent('Forgets a second factor that is lost; administrators only'),
    input('param', place),
    async context => {
      const { id } = context.req.valid('param');
      return answer(context, await resetSecondFactor(database, config, id, context.var.signedIn.account));
    },
  );
  routes.delete(
    '/:id',
    describedSilent('Takes the account away; its logins end and its sockets close; administrators only'),
    input('param', place),
    async context => {
      const { id } = context.req.valid('param');
      return answer(context, await removeModerator(database, config, id, context.var.signedIn.account));
    },
  );
  return routes;
}
