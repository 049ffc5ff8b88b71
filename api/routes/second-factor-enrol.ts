/** `/api/login/second/enrol`: a moderator's first second factor, without which no sign-in ends, or one more beside it. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Sql } from '../../migrations/open.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described } from '../http/described.ts';
import { input } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import { afterStep, atStep, tried } from '../second-factor/at-step.ts';
import type { StepEnv } from '../second-factor/at-step.ts';
import { counterOf, newSecret, writeAuthenticator } from '../second-factor/authenticator.ts';
import { codeBody, madePasskeyBody, originOf } from '../second-factor/bodies.ts';
import { tellFactorChanged } from '../second-factor/told.ts';
import { addPasskey, passkeyToMake } from '../second-factor/passkeys.ts';
import { replaceRecoveryCodes } from '../second-factor/recovery-codes.ts';
import { aloneAtStep, keepChallenge, keepSecret, takeChallenge } from '../second-factor/steps.ts';
import { enrolled, offeredApplication, passkeyOptions } from '../second-factor-answers.ts';

export function secondFactorEnrolRoutes(api: Api): Hono<ApiEnv> {
  const { sql } = api.database;
  const routes = new Hono<StepEnv>();
  const enrolling = atStep(api, 'enrol', 'add');

  /** Writes the factor, and with the first one the recovery codes, in one transaction; then the step is over. */
  const enrol = async (
    context: Context<StepEnv>,
    write: (sql: Sql) => Promise<boolean>,
  ): Promise<Response> => {
    const { step } = context.var;
    let recoveryCodes: readonly string[] | null = null;
    const refused = await tried(api, context, () =>
      api.database.transaction(async inside => {
        if (!(await aloneAtStep(inside, step.account, context.var.stepToken))) return false;
        if (!(await write(inside))) return false;
        if (step.kind === 'enrol') recoveryCodes = await replaceRecoveryCodes(inside, step.account);
        else await tellFactorChanged(inside, api.config, step.account);
        return true;
      }),
    );
    if (refused !== null) return refused;
    api.log.info({ account: step.account }, 'second-factor.enrolled');
    const after = await afterStep(api, context);
    if (after === null) return problem(context, 'STEP_ENDED');
    context.header('cache-control', 'no-store');
    return context.json({ ...after, recoveryCodes });
  };

  routes.post(
    '/application/options',
    described('A secret for an application that shows codes', offeredApplication),
    enrolling,
    async context => {
      const { sealed, secret, uri } = newSecret(api.config, context.var.step.email);
      await keepSecret(sql, context.var.stepToken, sealed);
      context.header('cache-control', 'no-store');
      return context.json({ secret, uri });
    },
  );
  routes.post(
    '/application',
    described('Enrols it with its first code', enrolled),
    enrolling,
    input('json', codeBody),
    context => {
      const { secret, account } = context.var.step;
      const { code } = context.req.valid('json');
      return enrol(context, async inside => {
        const counter = secret === null ? null : counterOf(api.config, secret, code, api.clock.now());
        if (secret === null || counter === null) return false;
        await writeAuthenticator(inside, account, secret, counter);
        return true;
      });
    },
  );
  routes.post(
    '/passkey/options',
    described('What the browser makes a passkey of', passkeyOptions),
    enrolling,
    async context => {
      const options = await passkeyToMake(
        sql,
        context.var.step,
        originOf(context, api.config),
        api.config.agency.name,
      );
      await keepChallenge(sql, context.var.stepToken, options.challenge);
      return context.json(options);
    },
  );
  routes.post(
    '/passkey',
    described('Enrols the passkey that was made', enrolled),
    enrolling,
    input('json', madePasskeyBody),
    context => {
      const { name, made: response } = context.req.valid('json');
      const { account } = context.var.step;
      return enrol(context, async inside => {
        const challenge = await takeChallenge(inside, context.var.stepToken);
        const origin = originOf(context, api.config);
        return (
          challenge !== null && (await addPasskey(inside, { account, name, response, challenge, origin }))
        );
      });
    },
  );
  return new Hono<ApiEnv>().route('/login/second/enrol', routes);
}
