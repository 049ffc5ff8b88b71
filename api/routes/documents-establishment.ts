/** `POST /api/establishment-list…`: what a mailed link opens, without an account. The token is in the body: nothing logs it. */
import { Hono } from 'hono';
import { z } from 'zod';
import { linkBody, linkedEstablishment } from '../document-answers.ts';
import { answerDocument } from '../documents/answer-document.ts';
import type { AskDocument } from '../documents/ask.ts';
import { findReader } from '../documents/readers.ts';
import { recordReaderRead } from '../documents/reads.ts';
import { format } from '../documents/wanted.ts';
import { addressOf } from '../http/address.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described, describedFile } from '../http/described.ts';
import { input } from '../http/input.ts';
import { problem } from '../http/problem.ts';

const place = z.object({ format });

export function establishmentListRoutes(api: Api, ask: AskDocument): Hono<ApiEnv> {
  const { sql } = api.database;
  const routes = new Hono<ApiEnv>();
  routes.use('/establishment-list/*', async (context, next) => {
    await api.limits.lookUp(addressOf(context, api.config.trustedProxyHeader));
    return next();
  });
  routes.post(
    '/establishment-list',
    described('Whose link it is, and for which establishment', linkedEstablishment),
    input('json', linkBody),
    async context => {
      const reader = await findReader(sql, context.req.valid('json').token);
      if (reader === null) return problem(context, 'LINK_ENDED');
      const { name, establishment, city, semester, coming, expiresAt } = reader;
      context.header('cache-control', 'private, no-store');
      return context.json({ name, establishment, city, semester, coming, expiresAt });
    },
  );
  routes.post(
    '/establishment-list/:format',
    describedFile('Who comes to which post of that establishment; each reading is recorded first'),
    input('param', place),
    input('json', linkBody),
    async context => {
      const reader = await findReader(sql, context.req.valid('json').token);
      if (reader === null) return problem(context, 'LINK_ENDED');
      const { format } = context.req.valid('param');
      await recordReaderRead(sql, reader.id, format);
      const { establishmentId: establishment, semesterId: semester } = reader;
      return answerDocument(
        context,
        await ask({ kind: 'establishment', establishment, semester, format }),
        true,
      );
    },
  );
  return routes;
}
