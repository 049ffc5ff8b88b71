/** `/api/desk/people/:person/…`: what moderators do for a person on the telephone. Each is recorded: who, whom, why. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';
import {
  deleteAccountBody,
  mergeBody,
  secretAnswerBody,
  secretAnswerChecked,
  withReasonBody,
} from '../file-answers.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described, describedSilent } from '../http/described.ts';
import { input, personInPath } from '../http/input.ts';
import { problem, refuse } from '../http/problem.ts';
import type { ProblemCode } from '../http/problem.ts';
import { mailDomainOf } from '../kit/config.ts';
import { confirmAccount, resendConfirmation, startReset } from '../people-files/account-acts.ts';
import type { AccountAct, AccountActed } from '../people-files/account-acts.ts';
import { deleteAccount } from '../people-files/delete-account.ts';
import { mergeDouble } from '../people-files/merge.ts';
import { checkSecretAnswer } from '../people-files/secret-answer.ts';
import { seeAs } from '../people-files/see-as.ts';
import { signAccessToken } from '../sign-in/access-token.ts';
import { setTokens } from '../sign-in/cookies.ts';

const place = z.object({ person: personInPath });

export function deskSupportRoutes(api: Api): Hono<ApiEnv> {
  const { database, config } = api;
  const mailDomain = mailDomainOf(config);
  const routes = new Hono<ApiEnv>();

  const accountAct = (path: string, summary: string, act: (asked: AccountAct) => Promise<AccountActed>) =>
    routes.post(
      `/:person/${path}`,
      describedSilent(summary),
      input('param', place),
      input('json', withReasonBody),
      async context => {
        const { person } = context.req.valid('param');
        const { reason } = context.req.valid('json');
        const acted = await act({ person, reason, by: context.var.signedIn.account });
        return acted === 'done' ? context.body(null, 204) : problem(context, 'NO_ACCOUNT');
      },
    );
  accountAct('confirm', 'Confirms an account that signed up without the INE', asked =>
    confirmAccount(database, asked),
  );
  accountAct('password-reset', 'Mails the account the link that sets another password', asked =>
    startReset(database, config, asked),
  );
  accountAct('confirmation', 'Mails the link of a sign-up that was begun once more', asked =>
    resendConfirmation(database, config, asked),
  );

  routes.post(
    '/:person/delete-account',
    describedSilent('Deletes an account that is still to be confirmed, so that the person can sign up'),
    input('param', place),
    input('json', deleteAccountBody),
    async context => {
      const { person } = context.req.valid('param');
      const { reason, email } = context.req.valid('json');
      const by = context.var.signedIn.account;
      const deleted = await deleteAccount(database, config, { person, email, by, reason });
      if (deleted === 'nothing') return problem(context, 'NO_ACCOUNT');
      if (deleted === 'confirmed') return problem(context, 'ACCOUNT_CONFIRMED');
      return context.body(null, 204);
    },
  );
  routes.post(
    '/:person/secret-answer',
    described(
      'Whether what was said on the telephone is the secret answer: three tries',
      secretAnswerChecked,
    ),
    input('param', place),
    input('json', secretAnswerBody),
    async context => {
      const { person } = context.req.valid('param');
      const { answer } = context.req.valid('json');
      const checked = await checkSecretAnswer(database, person, answer, context.var.signedIn.account);
      if (checked.kind === 'noAnswer') return problem(context, 'NO_SECRET_ANSWER');
      if (checked.kind === 'noTriesLeft') return problem(context, 'SECRET_TRIES_OVER');
      return context.json({ matches: checked.matches, triesLeft: checked.triesLeft });
    },
  );
  routes.post(
    '/:person/merge',
    describedSilent('Takes a double away: the other one keeps everything'),
    input('param', place),
    input('json', mergeBody),
    async context => {
      const { person: double } = context.req.valid('param');
      const { into, reason } = context.req.valid('json');
      const merged = await mergeDouble(database, mailDomain, {
        double,
        into,
        reason,
        by: context.var.signedIn.account,
      });
      return answerMerged(context, merged);
    },
  );
  routes.post(
    '/:person/see-as',
    describedSilent('Signs this browser in as the intern, to read alone'),
    input('param', place),
    input('json', withReasonBody),
    async context => {
      const { person } = context.req.valid('param');
      const { reason } = context.req.valid('json');
      const seeing = await seeAs(database, { person, reason, by: context.var.signedIn });
      if (seeing === null) return problem(context, 'NO_ACCOUNT');
      const access = await signAccessToken(config, 'intern', seeing, api.clock.now());
      setTokens(context, 'intern', access, seeing.refresh);
      api.log.info({ by: context.var.signedIn.account, login: seeing.login }, 'login.seen-as');
      return context.body(null, 204);
    },
  );
  return routes;
}

function answerMerged(context: Context, merged: Awaited<ReturnType<typeof mergeDouble>>): Response {
  if (merged === 'frozen') return refuse(context, { code: 'ALREADY_STARTED' });
  const codes: Readonly<Record<'unknown' | 'same', ProblemCode>> = {
    unknown: 'NOT_FOUND',
    same: 'SAME_PERSON',
  };
  return merged === 'done' ? context.body(null, 204) : problem(context, codes[merged]);
}
