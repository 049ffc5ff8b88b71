/** `GET /api/desk/requests/:id`: what became of an act that its session had not answered in time. Whoever asked it alone. */
import { Hono } from 'hono';
import { z } from 'zod';
import { answerOutcome } from '../acts/outcome.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { describedAct } from '../http/described.ts';
import { idInPath, input } from '../http/input.ts';
import { outcomeOf } from '../live/ask-session.ts';
import { removeRefused } from '../live/refused-posts.ts';

const place = z.object({ id: idInPath });

export function deskRequestRoutes({ database }: Api): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get(
    '/requests/:id',
    describedAct('What the session has answered since, in the words of the act itself'),
    input('param', place),
    async context => {
      const { account } = context.var.signedIn;
      const outcome = await outcomeOf(database.sql, context.req.valid('param').id, account);
      if (outcome.kind === 'refused') await removeRefused(database.sql, null);
      context.header('cache-control', 'no-store');
      return answerOutcome(context, outcome);
    },
  );
}
