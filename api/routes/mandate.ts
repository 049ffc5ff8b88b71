/** `/api/mandate`: an intern gives, resends and cancels a mandate; its holder gives it up (M §6, domain §6). */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';
import { visibleText } from '../../machines/visible-text.ts';
import { answerOutcome, DONE } from '../acts/outcome.ts';
import { done } from '../answers.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described, describedAct } from '../http/described.ts';
import { emailAddress, input, plainText } from '../http/input.ts';
import { problem, refuse } from '../http/problem.ts';
import { askAgain, askMandate } from '../mandates/ask.ts';
import type { Asked } from '../mandates/ask.ts';
import { endMandate } from '../mandates/end.ts';
import type { Ender } from '../mandates/statements.ts';
import { mandateOfHolder, mandateOfIntern, readGivenMandate } from '../mandates/statements.ts';
import { givenMandate } from '../mandate-answers.ts';
import { onlyFor } from '../sign-in/signed-in.ts';

/** As people write them: `+33 6 12…`, `06.12…`, `(0)6`; six digits at least. */
const PHONE = /^\+?[\d\s().-]{6,30}$/;
const phone = plainText
  .overwrite(visibleText)
  .regex(PHONE)
  .refine(text => text.replaceAll(/\D/g, '').length >= 6);
const holder = z.strictObject({ email: emailAddress, phone });

export function mandateRoute(api: Api): Hono<ApiEnv> {
  const { database, config } = api;
  return new Hono<ApiEnv>()
    .get(
      '/mandate',
      described('The mandate that one has given, and the last that has ended', givenMandate),
      onlyFor(api, 'intern'),
      async context => {
        context.header('cache-control', 'no-store');
        return context.json(await readGivenMandate(database.sql, context.var.signedIn.account));
      },
    )
    .post(
      '/mandate',
      described(
        'Asks somebody to choose in one’s place: a link is mailed, nothing counts before it is accepted',
        done,
      ),
      onlyFor(api, 'intern'),
      input('json', holder),
      async context =>
        answerAsked(
          context,
          await askMandate(database, config, context.var.signedIn.account, context.req.valid('json')),
        ),
    )
    .post(
      '/mandate/again',
      described('Mails the link once more; the former one is over', done),
      onlyFor(api, 'intern'),
      async context => answerAsked(context, await askAgain(database, config, context.var.signedIn.account)),
    )
    .delete(
      '/mandate',
      describedAct('Cancels the mandate: the intern chooses again'),
      onlyFor(api, 'intern'),
      context => end(api, context, 'intern'),
    )
    .delete(
      '/mandate/held',
      describedAct('Gives up the mandate that one holds: the intern chooses again'),
      onlyFor(api, 'mandatary'),
      context => end(api, context, 'mandatary'),
    );
}

async function end(api: Api, context: Context<ApiEnv>, realm: Ender): Promise<Response> {
  const { account } = context.var.signedIn;
  const find = realm === 'intern' ? mandateOfIntern : mandateOfHolder;
  const mandate = await find(api.database.sql, account);
  if (mandate === null) return answerOutcome(context, DONE);
  return answerOutcome(context, await endMandate(api, mandate.id, { realm, account }));
}

function answerAsked(context: Context<ApiEnv>, asked: Asked): Response {
  switch (asked.kind) {
    case 'done':
      return context.json({ answer: 'done' });
    case 'refused':
      return refuse(context, asked.refusal);
    case 'problem':
      return problem(context, asked.code);
    default:
      return asked satisfies never;
  }
}
