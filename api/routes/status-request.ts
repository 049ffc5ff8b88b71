/** `/api/me/status-request`: an intern asks for another kind of choice, sees what became of it, takes it back (M §5). */
import { Hono } from 'hono';
import { z } from 'zod';
import { choiceStatus } from '../answer-parts.ts';
import { done } from '../answers.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described, describedSilent } from '../http/described.ts';
import { input } from '../http/input.ts';
import { problem, refuse } from '../http/problem.ts';
import { onlyFor } from '../sign-in/signed-in.ts';
import { askStatus, takeStatusRequestBack } from '../status/ask.ts';
import { readMyStatus } from '../status/read.ts';
import { myStatus } from '../status-answers.ts';

const wanted = z.strictObject({ status: choiceStatus });

export function statusRequestRoute(api: Api): Hono<ApiEnv> {
  const { database } = api;
  return new Hono<ApiEnv>()
    .get(
      '/me/status-request',
      described('One’s kind of choice, and the last request for another', myStatus),
      onlyFor(api, 'intern'),
      async context => {
        context.header('cache-control', 'no-store');
        return context.json(await readMyStatus(database.sql, context.var.signedIn.account));
      },
    )
    .post(
      '/me/status-request',
      described('Asks for another kind of choice; the documents travel outside', done),
      onlyFor(api, 'intern'),
      input('json', wanted),
      async context => {
        const { status } = context.req.valid('json');
        const asked = await askStatus(database, api.config, context.var.signedIn.account, status);
        switch (asked.kind) {
          case 'done':
            return context.json({ answer: 'done' as const });
          case 'refused':
            return refuse(context, asked.refusal);
          case 'notListed':
            return problem(context, 'NOT_LISTED');
          case 'sameStatus':
            return problem(context, 'SAME_STATUS');
          case 'waiting':
            return problem(context, 'REQUEST_WAITING');
          default:
            return asked satisfies never;
        }
      },
    )
    .delete(
      '/me/status-request',
      describedSilent('Takes back the request that waits'),
      onlyFor(api, 'intern'),
      async context => {
        await takeStatusRequestBack(database.sql, context.var.signedIn.account);
        return context.body(null, 204);
      },
    );
}
