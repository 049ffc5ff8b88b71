/** `POST /api/desk/amphitheatres/:id/…`: publish, cut, validate, open, withdraw. Moderators only. */
import { Hono } from 'hono';
import { z } from 'zod';
import { cutAmphitheatre } from '../acts/cut.ts';
import { move } from '../acts/move.ts';
import type { Mover } from '../acts/move.ts';
import { answerOutcome } from '../acts/outcome.ts';
import { publish } from '../acts/publish.ts';
import { cutBody, withdrawBody } from '../desk-bodies.ts';
import type { Api, ApiEnv, SignedIn } from '../http/api.ts';
import { describedAct } from '../http/described.ts';
import { idInPath, input } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import { parseFirstHour } from '../import/first-hour.ts';
import { mailDomainOf } from '../kit/config.ts';

const place = z.object({ id: idInPath });

export function deskActRoutes(api: Api): Hono<ApiEnv> {
  const { database } = api;
  const mailDomain = mailDomainOf(api.config);
  const mover = ({ account }: SignedIn): Mover => ({ account, at: api.clock.now(), mailDomain });
  const routes = new Hono<ApiEnv>();

  routes.post(
    '/:id/publish',
    describedAct('Makes offer, timetable and call list public'),
    input('param', place),
    async context =>
      answerOutcome(
        context,
        await publish(database, context.req.valid('param').id, context.var.signedIn.account),
      ),
  );
  routes.post(
    '/:id/cut',
    describedAct('Cuts the call list into sessions with their hours'),
    input('param', place),
    input('json', cutBody),
    async context => {
      const { perSession, first } = context.req.valid('json');
      const firstAt = parseFirstHour(first);
      if (firstAt === null) return problem(context, 'INVALID_INPUT', { fields: ['first'] });
      const by = { account: context.var.signedIn.account, mailDomain };
      return answerOutcome(
        context,
        await cutAmphitheatre(database, context.req.valid('param').id, { perSession, firstAt }, by),
      );
    },
  );
  routes.post(
    '/:id/validate',
    describedAct('Draft → validated, all sessions together'),
    input('param', place),
    async context =>
      answerOutcome(
        context,
        await move(database, context.req.valid('param').id, { act: 'validate' }, mover(context.var.signedIn)),
      ),
  );
  routes.post(
    '/:id/open',
    describedAct('Validated → open, all sessions together; the interns are told'),
    input('param', place),
    async context =>
      answerOutcome(
        context,
        await move(database, context.req.valid('param').id, { act: 'open' }, mover(context.var.signedIn)),
      ),
  );
  routes.post(
    '/:id/withdraw',
    describedAct('One step back, with a reason, while nothing has started'),
    input('param', place),
    input('json', withdrawBody),
    async context => {
      const { reason, on } = context.req.valid('json');
      return answerOutcome(
        context,
        await move(
          database,
          context.req.valid('param').id,
          { act: 'withdraw', reason, on },
          mover(context.var.signedIn),
        ),
      );
    },
  );
  return routes;
}
