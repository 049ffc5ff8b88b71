/**
 * `GET /api/me/notifications`: the bell, newest first; `POST …/read`: everything up to an instant has been read;
 * `PUT …/:entry/read`: one entry.
 * `?realm=mandatary` is the holder's own bell, with what concerns the person whom they choose for.
 */
import { Hono } from 'hono';
import { z } from 'zod';
import type { Api, ApiEnv } from '../http/api.ts';
import { described, describedSilent } from '../http/described.ts';
import { input } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import { bellPage } from '../notification-answers.ts';
import { placeOf, readBell, readEntry } from '../notifications/bell.ts';
import { markEntryRead, markRead } from '../notifications/reader.ts';
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
      describedSilent('Everything up to this instant has been read, on every device'),
      input('query', ownRealm),
      ofRealm(api),
      input('json', z.strictObject({ until: z.number().min(0).max(LAST_MS) })),
      async context => {
        await markRead(sql, context.var.signedIn.account, context.req.valid('json').until);
        return context.body(null, 204);
      },
    )
    .put(
      '/me/notifications/:entry/read',
      describedSilent(
        'One entry has been read, on every device; it is named by its `at`, a point and its `key`',
      ),
      input('param', z.strictObject({ entry: z.string().max(60) })),
      input('query', ownRealm),
      ofRealm(api),
      async context => {
        const { account } = context.var.signedIn;
        const place = placeOf(context.req.valid('param').entry);
        if (place === null) return problem(context, 'INVALID_INPUT', { fields: ['entry'] });
        if ((await readEntry(sql, account, place)) === null) return problem(context, 'NOT_FOUND');
        await markEntryRead(sql, account, place);
        return context.body(null, 204);
      },
    );
}
