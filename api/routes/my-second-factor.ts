/** `/api/me/second-factor`: a moderator's own second factors; changed only by who has signed in lately (ASVS 7.5.1). */
import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import { z } from 'zod';
import type { Sql } from '../../migrations/open.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described, describedSilent } from '../http/described.ts';
import { idInPath, input } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import { readSecondFactors, removeAuthenticator, removePasskey } from '../second-factor/factors.ts';
import { replaceRecoveryCodes } from '../second-factor/recovery-codes.ts';
import { openStep } from '../second-factor/steps.ts';
import { tellFactorChanged } from '../second-factor/told.ts';
import { mySecondFactors, newRecoveryCodes } from '../second-factor-answers.ts';
import { setStep } from '../sign-in/cookies.ts';
import { madeLately } from '../sign-in/logins.ts';
import { onlyFor } from '../sign-in/signed-in.ts';

export function mySecondFactorRoutes(api: Api): Hono<ApiEnv> {
  const { sql } = api.database;
  const routes = new Hono<ApiEnv>().use('*', onlyFor(api, 'moderator'));
  const lately: MiddlewareHandler<ApiEnv> = async (context, next) =>
    (await madeLately(sql, context.var.signedIn.login)) ? next() : problem(context, 'SIGN_IN_AGAIN');
  /** The removal and the word of it, or neither. */
  const remove = (account: number, act: (inside: Sql) => Promise<boolean>): Promise<boolean> =>
    api.database.transaction(async inside => {
      await inside('select from account where id = ?::int for update', [account]); // two removals at once: one is left
      if (!(await act(inside))) return false;
      await tellFactorChanged(inside, api.config, account);
      api.log.info({ account }, 'second-factor.removed');
      return true;
    });

  routes.get('/', described('One’s own second factors', mySecondFactors), async context => {
    const { account, login } = context.var.signedIn;
    context.header('cache-control', 'no-store');
    return context.json({
      ...(await readSecondFactors(sql, account)),
      fresh: await madeLately(sql, login),
    });
  });
  routes.post(
    '/step',
    describedSilent('Begins adding one more: go on at `/login/second/enrol`'),
    lately,
    async context => {
      setStep(context, await openStep(sql, context.var.signedIn.account, 'add'));
      return context.body(null, 204);
    },
  );
  routes.post(
    '/recovery-codes',
    described('Ten new recovery codes in place of those before', newRecoveryCodes),
    lately,
    async context => {
      const { account } = context.var.signedIn;
      const recoveryCodes = await api.database.transaction(async inside => {
        await tellFactorChanged(inside, api.config, account);
        return replaceRecoveryCodes(inside, account);
      });
      context.header('cache-control', 'no-store');
      return context.json({ recoveryCodes });
    },
  );
  routes.delete(
    '/passkeys/:id',
    describedSilent('Takes a passkey away, never the last second factor'),
    input('param', z.object({ id: idInPath })),
    lately,
    async context => {
      const { account } = context.var.signedIn;
      const { id } = context.req.valid('param');
      return (await remove(account, inside => removePasskey(inside, account, id)))
        ? context.body(null, 204)
        : problem(context, 'LAST_SECOND_FACTOR');
    },
  );
  routes.delete(
    '/application',
    describedSilent('Takes the application away, never the last second factor'),
    lately,
    async context => {
      const { account } = context.var.signedIn;
      return (await remove(account, inside => removeAuthenticator(inside, account)))
        ? context.body(null, 204)
        : problem(context, 'LAST_SECOND_FACTOR');
    },
  );
  return new Hono<ApiEnv>().route('/me/second-factor', routes);
}
