/** `GET /api/me/rehearsal?realm=…`: the rehearsal of one's own session that is open or runs; of the intern chosen for, for a holder. */
import { Hono } from 'hono';
import type { Api, ApiEnv } from '../http/api.ts';
import { described } from '../http/described.ts';
import { input } from '../http/input.ts';
import { myRehearsal } from '../rehearsal-answers.ts';
import { readRehearsalOf } from '../rehearsals.ts';
import { readIdentity } from '../sign-in/identities.ts';
import { ofRealm, ownRealm } from '../sign-in/of-realm.ts';

export function myRehearsalRoute(api: Api): Hono<ApiEnv> {
  const { sql } = api.database;
  return new Hono<ApiEnv>().get(
    '/me/rehearsal',
    described('The rehearsal that waits for one, null where there is none', myRehearsal),
    input('query', ownRealm),
    ofRealm(api),
    async context => {
      const identity = await readIdentity(sql, context.var.signedIn.account);
      context.header('cache-control', 'no-store');
      return context.json(identity?.person ? await readRehearsalOf(sql, identity.person) : null);
    },
  );
}
