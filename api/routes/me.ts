/** `GET /api/me`: who this browser is signed in as, realm by realm. */
import { Hono } from 'hono';
import { me } from '../answers.ts';
import { SIGN_IN_REALMS } from '../http/api.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described } from '../http/described.ts';
import { readIdentity } from '../sign-in/identities.ts';
import { whoIs } from '../sign-in/signed-in.ts';

export function meRoute(api: Api): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get(
    '/me',
    described('The sign-ins of this browser, null where there is none', me),
    async context => {
      const identities = [];
      for (const realm of SIGN_IN_REALMS) {
        const signedIn = await whoIs(api, context, realm);
        identities.push([
          realm,
          signedIn === null ? null : await readIdentity(api.database.sql, signedIn.account, signedIn.seenBy),
        ]);
      }
      context.header('cache-control', 'no-store');
      return context.json(Object.fromEntries(identities));
    },
  );
}
