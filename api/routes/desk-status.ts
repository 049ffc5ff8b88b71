/** `/api/desk/status-requests`: what interns ask for, and the answer of a moderator, with its reason (domain §6). */
import { Hono } from 'hono';
import { z } from 'zod';
import { answerOutcome } from '../acts/outcome.ts';
import { choiceStatus } from '../answer-parts.ts';
import { reasonBody } from '../desk-bodies.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described, describedAct } from '../http/described.ts';
import { idInPath, input } from '../http/input.ts';
import { approveStatus, refuseStatus } from '../status/decide.ts';
import { countStatusRequests, readStatusRequests } from '../status/read.ts';
import { statusRequests, waitingRequests } from '../status-answers.ts';

const place = z.object({ id: idInPath });
const approval = reasonBody.extend({
  on: choiceStatus.describe('The status that stood beside the request'),
});

export function deskStatusRoutes(api: Api): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(
      '/status-requests',
      described('Requests for another kind of choice', statusRequests),
      async context => {
        context.header('cache-control', 'no-store');
        return context.json(await readStatusRequests(api.database.sql));
      },
    )
    .get(
      '/status-requests/count',
      described('How many requests for another kind of choice wait', waitingRequests),
      async context => {
        context.header('cache-control', 'no-store');
        return context.json(await countStatusRequests(api.database.sql));
      },
    )
    .post(
      '/status-requests/:id/approval',
      describedAct('Approves it: the status changes, in a live session too; the reason is the agency’s'),
      input('param', place),
      input('json', approval),
      async context => {
        const { id: request } = context.req.valid('param');
        const { reason, on } = context.req.valid('json');
        const { account } = context.var.signedIn;
        return answerOutcome(context, await approveStatus(api, { request, reason, account, on }));
      },
    )
    .post(
      '/status-requests/:id/refusal',
      describedAct('Refuses it; the intern reads the reason'),
      input('param', place),
      input('json', reasonBody),
      async context => {
        const { id: request } = context.req.valid('param');
        const { reason } = context.req.valid('json');
        const { account } = context.var.signedIn;
        return answerOutcome(context, await refuseStatus(api, { request, reason, account }));
      },
    );
}
