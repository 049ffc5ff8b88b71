/** `/api/login/second`: a moderator's second factor, once the password was right: a passkey, a code, a recovery code. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';
import { signedIn } from '../answers.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described, describedSilent } from '../http/described.ts';
import { input, plainText } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import { afterStep, atStep, tried } from '../second-factor/at-step.ts';
import type { StepEnv } from '../second-factor/at-step.ts';
import { codeBody, originOf, shownPasskey } from '../second-factor/bodies.ts';
import { useCode } from '../second-factor/authenticator.ts';
import { waysOf } from '../second-factor/factors.ts';
import { passkeyToShow, usePasskey } from '../second-factor/passkeys.ts';
import { useRecoveryCode } from '../second-factor/recovery-codes.ts';
import { endStep, keepChallenge, takeChallenge } from '../second-factor/steps.ts';
import { passkeyOptions, secondFactorAsked } from '../second-factor-answers.ts';
import { dropStep } from '../sign-in/cookies.ts';

const recoveryBody = z.strictObject({ code: plainText.min(20).max(40) });

export function secondFactorRoutes(api: Api): Hono<ApiEnv> {
  const { sql } = api.database;
  const routes = new Hono<StepEnv>();
  const any = atStep(api, 'verify', 'enrol', 'add');
  const verify = atStep(api, 'verify');

  const signInWith = async (context: Context<StepEnv>, check: () => Promise<boolean>): Promise<Response> => {
    const refused = await tried(api, context, check);
    if (refused !== null) return refused;
    const after = await afterStep(api, context);
    return after?.signedIn ? context.json(after.signedIn) : problem(context, 'STEP_ENDED');
  };

  routes.get('/', described('What the second factor may be', secondFactorAsked), any, async context => {
    const { kind, account } = context.var.step;
    context.header('cache-control', 'no-store');
    return context.json({ secondFactor: { kind, ways: [...(await waysOf(sql, account))] } });
  });
  routes.delete('/', describedSilent('Leaves it'), any, async context => {
    await endStep(sql, context.var.stepToken);
    dropStep(context);
    return context.body(null, 204);
  });
  routes.post(
    '/application',
    described('Signs in with the code of an application', signedIn),
    verify,
    input('json', codeBody),
    context => {
      const { code } = context.req.valid('json');
      return signInWith(context, () =>
        useCode(sql, api.config, context.var.step.account, code, api.clock.now()),
      );
    },
  );
  routes.post(
    '/recovery',
    described('Signs in with a recovery code, which is none any more', signedIn),
    verify,
    input('json', recoveryBody),
    context => {
      const { code } = context.req.valid('json');
      return signInWith(context, () => useRecoveryCode(sql, context.var.step.account, code));
    },
  );
  routes.post(
    '/passkey/options',
    described('What the browser asks the passkey', passkeyOptions),
    verify,
    async context => {
      const options = await passkeyToShow(sql, context.var.step.account, originOf(context, api.config));
      await keepChallenge(sql, context.var.stepToken, options.challenge);
      return context.json(options);
    },
  );
  routes.post(
    '/passkey',
    described('Signs in with a passkey', signedIn),
    verify,
    input('json', shownPasskey),
    context => {
      const response = context.req.valid('json');
      return signInWith(context, async () => {
        const challenge = await takeChallenge(sql, context.var.stepToken);
        const { account } = context.var.step;
        const origin = originOf(context, api.config);
        return challenge !== null && (await usePasskey(sql, { account, response, challenge, origin }));
      });
    },
  );
  return new Hono<ApiEnv>().route('/login/second', routes);
}
