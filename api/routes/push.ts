/** `POST /api/me/push`: this browser may be woken; `DELETE /api/me/push/:id`: one of the account's devices no longer. */
import { createECDH } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Api, ApiEnv } from '../http/api.ts';
import { describedSilent } from '../http/described.ts';
import { idInPath, input } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import { isPushEndpoint } from '../kit/push-settings.ts';
import { subscribe, unsubscribe } from '../notifications/devices.ts';
import { ofRealm, ownRealm } from '../sign-in/of-realm.ts';

const base64url = z.string().regex(/^[\w-]+={0,2}$/);
const subscription = z.strictObject({
  endpoint: z.string().max(1_000),
  keys: z.strictObject({ p256dh: base64url.max(100), auth: base64url.max(30) }),
});

export function pushRoute(api: Api): Hono<ApiEnv> {
  const { sql } = api.database;
  return new Hono<ApiEnv>()
    .post(
      '/me/push',
      describedSilent('Takes the push subscription of this browser, in place of the one it had'),
      input('query', ownRealm),
      ofRealm(api),
      input('json', subscription),
      async context => {
        const { endpoint, keys } = context.req.valid('json');
        if (api.config.push === null) return problem(context, 'NO_PUSH');
        const fields = [
          ...(isPushEndpoint(endpoint, api.config.pushHosts) ? [] : ['endpoint']),
          ...(isPublicKey(keys.p256dh) ? [] : ['keys.p256dh']),
          ...(Buffer.from(keys.auth, 'base64url').length === AUTH_BYTES ? [] : ['keys.auth']),
        ];
        if (fields.length > 0) return problem(context, 'INVALID_INPUT', { fields });
        await subscribe(sql, context.var.signedIn.login, { endpoint, ...keys });
        return context.body(null, 204);
      },
    )
    .delete(
      '/me/push/:id',
      describedSilent('Wakes that device no more'),
      input('param', z.strictObject({ id: idInPath })),
      input('query', ownRealm),
      ofRealm(api),
      async context => {
        const { account } = context.var.signedIn;
        const gone = await unsubscribe(sql, account, context.req.valid('param').id);
        return gone ? context.body(null, 204) : problem(context, 'NOT_FOUND');
      },
    );
}

const AUTH_BYTES = 16; // RFC 8291 §3.2

/** A whole point of the curve (RFC 8291 §3.1): with any other, encrypting for that browser would throw at each push. */
function isPublicKey(key: string): boolean {
  const point = Buffer.from(key, 'base64url');
  if (point.length !== POINT_BYTES || point[0] !== UNCOMPRESSED) return false;
  const curve = createECDH('prime256v1');
  curve.generateKeys();
  try {
    return curve.computeSecret(point).length > 0;
  } catch {
    return false;
  }
}

const POINT_BYTES = 65;
const UNCOMPRESSED = 4;
