/** `GET /api/me/notifications/settings`, `PUT …/settings/:kind/:channel`: by which ways one wants to be told; the bell has all. */
import { Hono } from 'hono';
import { z } from 'zod';
import { CHANNELS, kindsOfNotification, mayDoWithout } from '../../machines/notification-kinds.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described, describedSilent } from '../http/described.ts';
import { input } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import { notificationSettings } from '../notification-answers.ts';
import { readChoices, writeChoice } from '../notifications/choices.ts';
import { devicesOf } from '../notifications/devices.ts';
import { ofRealm, ownRealm } from '../sign-in/of-realm.ts';

const way = z.strictObject({ kind: z.enum(kindsOfNotification), channel: z.enum(CHANNELS) });

export function notificationsSettingsRoute(api: Api): Hono<ApiEnv> {
  const { sql } = api.database;
  return new Hono<ApiEnv>()
    .get(
      '/me/notifications/settings',
      described('What one wants by mail and push, and the devices that push reaches', notificationSettings),
      input('query', ownRealm),
      ofRealm(api),
      async context => {
        const { account, login } = context.var.signedIn;
        const { realm } = context.req.valid('query');
        context.header('cache-control', 'no-store');
        return context.json({
          pushKey: api.config.push?.publicKey ?? null,
          kinds: await readChoices(sql, account, realm),
          devices: await devicesOf(sql, account, login),
        });
      },
    )
    .put(
      '/me/notifications/settings/:kind/:channel',
      describedSilent('Wants a kind by this way, or does without it'),
      input('param', way),
      input('query', ownRealm),
      ofRealm(api),
      input('json', z.strictObject({ wanted: z.boolean() })),
      async context => {
        const { kind, channel } = context.req.valid('param');
        if (mayDoWithout(kind, channel) !== null) return problem(context, 'ALWAYS_SENT');
        await writeChoice(sql, context.var.signedIn.account, kind, channel, context.req.valid('json').wanted);
        return context.body(null, 204);
      },
    );
}
