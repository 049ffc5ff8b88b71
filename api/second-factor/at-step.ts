/** The door of the routes between password and second factor: whose step this browser holds, and how often it was tried. */
import type { Context, MiddlewareHandler } from 'hono';
import { addressOf } from '../http/address.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { problem } from '../http/problem.ts';
import { dropStep, stepOf } from '../sign-in/cookies.ts';
import { beginLogin } from '../sign-in/begin-login.ts';
import { countTry, endStep, readStep } from './steps.ts';
import type { Step, StepKind } from './steps.ts';

export interface StepEnv {
  Bindings: ApiEnv['Bindings'];
  Variables: { step: Step; stepToken: string };
}

/** Lets through, to `context.var.step`, whoever holds an open step of one of these kinds. */
export function atStep(api: Api, ...kinds: readonly StepKind[]): MiddlewareHandler<StepEnv> {
  return async (context, next) => {
    const token = stepOf(context);
    const step = token === undefined ? null : await readStep(api.database.sql, token);
    if (token === undefined || step === null || !kinds.includes(step.kind)) {
      if (step === null) dropStep(context);
      return problem(context, 'STEP_ENDED');
    }
    context.set('step', step);
    context.set('stepToken', token);
    return next();
  };
}

/**
 * Counts the try, looks at the answer, and says no in one way whatever was wrong.
 * @param check whether the answer was right. @returns null: it was; else what to answer.
 */
export async function tried(
  api: Api,
  context: Context<StepEnv>,
  check: () => Promise<boolean>,
): Promise<Response | null> {
  const { step, stepToken } = context.var;
  const name = `second factor ${step.account}`;
  const address = addressOf(context, api.config.trustedProxyHeader);
  if (!(await api.limits.maySignIn(name, address))) {
    context.header('retry-after', '60');
    return problem(context, 'TOO_MANY');
  }
  if (!(await countTry(api.database.sql, stepToken))) return problem(context, 'STEP_ENDED');
  if (await check()) {
    await api.limits.succeeded(name, address);
    return null;
  }
  await api.limits.failed(name);
  api.log.info({ account: step.account }, 'login.second-factor-refused');
  return problem(context, 'SECOND_FACTOR_REFUSED');
}

/** The step is over; who was not signed in yet is. @returns null: of two right answers at once, this is the second. */
export async function afterStep(api: Api, context: Context<StepEnv>) {
  const { step, stepToken } = context.var;
  dropStep(context);
  if (!(await endStep(api.database.sql, stepToken))) return null;
  if (step.kind === 'add') return { signedIn: null };
  return { signedIn: { moderator: await beginLogin(api, context, 'moderator', step.account) } };
}
