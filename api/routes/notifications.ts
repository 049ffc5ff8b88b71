/**
 * `GET /api/me/notifications`: the bell, newest first; `POST …/read`: everything up to an instant has been read.
 * `?realm=mandatary` is the holder's own bell, with what concerns the person whom they choose for.
 */
import { Hono } from 'hono';
import { z } from 'zod';
import type { Api, ApiEnv } from '../http/api.ts';
import { described } from '../http/described.ts';
import { input } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import { bellPage, bellRead } from '../notification-answers.ts';
import { placeOf, readBell } from '../notifications/bell.ts';
import { markRead } from '../notifications/reader.ts';
import { ofRealm, ownRealm, realmInQuery } from '../sign-in/of-realm.ts';

const page = z.strictObject({
  realm: realmInQuery,
  before: z.string().max(60).optional(),
  size: z.enum(['10', '25', '50', '100']).default('25').transform(Number),
});
const LAST_MS = 8.64e15; // of any date

export function notificationsRoute(api: Api): Hono<ApiEnv> {
  const { sql } = api.database;
  return new Hono<ApiEnv>()
    .get(
      '/me/notifications',
      described('The bell of one sign-in, newest first', bellPage),
      input('query', page),
      ofRealm(api),
      async context => {
        const { before, size } = context.req.valid('query');
        const from = before === undefined ? null : placeOf(before);
        if (before !== undefined && from === null)
          return problem(context, 'INVALID_INPUT', { fields: ['before'] });
        context.header('cache-control', 'no-store');
        return context.json(await readBell(sql, context.var.signedIn.account, from, size));
      },
    )
    .post(
      '/me/notifications/read',
      described('Everything up to this instant has been read, on every device', bellRead),
      input('query', ownRealm),
      ofRealm(api),
      input('json', z.strictObject({ until: z.number().min(0).max(LAST_MS) })),
      async context => {
        const { until } = context.req.valid('json');
        return context.json({ readAt: await markRead(sql, context.var.signedIn.account, until) });
      },
    );
}
