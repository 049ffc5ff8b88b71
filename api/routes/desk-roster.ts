/** `PUT /api/desk/people/:person/roster` corrects what the roster says, `POST …/roster/preview` tells what that would do. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';
import { correctRosterBody, previewRosterBody, rosterEffect } from '../file-answers.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described } from '../http/described.ts';
import { input, personInPath } from '../http/input.ts';
import { problem, refuse } from '../http/problem.ts';
import type { ProblemCode } from '../http/problem.ts';
import { mailDomainOf } from '../kit/config.ts';
import { correctRoster, previewCorrection } from '../people-files/correct.ts';
import type { Corrected } from '../people-files/correct.ts';

const place = z.object({ person: personInPath });

export function deskRosterRoutes(api: Api): Hono<ApiEnv> {
  const { database } = api;
  const mailDomain = mailDomainOf(api.config);
  const routes = new Hono<ApiEnv>();

  routes.post(
    '/:person/roster/preview',
    described('What a correction would do to rank and call lists; nothing is written', rosterEffect),
    input('param', place),
    input('json', previewRosterBody),
    async context => {
      const { person } = context.req.valid('param');
      const { changes } = context.req.valid('json');
      const by = context.var.signedIn.account;
      return answer(context, await previewCorrection(database, { person, changes, by }));
    },
  );
  routes.put(
    '/:person/roster',
    described('Corrects what the roster says, with a private reason', rosterEffect),
    input('param', place),
    input('json', correctRosterBody),
    async context => {
      const { person } = context.req.valid('param');
      const { changes, reason, seen = null } = context.req.valid('json');
      const by = context.var.signedIn.account;
      return answer(
        context,
        await correctRoster(database, mailDomain, { person, changes, reason, by, seen }),
      );
    },
  );
  return routes;
}

const PROBLEMS = {
  otherEffect: 'EFFECT_CHANGED',
  localRank: 'LOCAL_RANK_WRONG',
  localHeadcount: 'LOCAL_HEADCOUNT_WRONG',
  promotion: 'PROMOTION_WRONG',
  specialty: 'SPECIALTY_UNKNOWN',
  noAmphitheatre: 'NO_SUCH_AMPHITHEATRE',
} as const satisfies Readonly<Record<string, ProblemCode>>;

function answer(context: Context, corrected: Corrected): Response {
  if (corrected.kind === 'done') return context.json(corrected.effect);
  if (corrected.kind === 'unknown') return refuse(context, { code: 'UNKNOWN_PERSON' });
  if (corrected.kind === 'frozen') return refuse(context, { code: 'ALREADY_STARTED' });
  return problem(context, PROBLEMS[corrected.kind]);
}
