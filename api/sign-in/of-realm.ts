/** `?realm=`: an intern's own, or a holder's; lets whoever is signed in so through, once `input('query', …)` has read it. */
import type { MiddlewareHandler } from 'hono';
import { z } from 'zod';
import type { Api, ApiEnv } from '../http/api.ts';
import { problem } from '../http/problem.ts';
import { whoIs } from './signed-in.ts';

export const realmInQuery = z.enum(['intern', 'mandatary']).default('intern');
export const ownRealm = z.strictObject({ realm: realmInQuery });

type Realm = z.infer<typeof realmInQuery>;

export function ofRealm(
  api: Api,
): MiddlewareHandler<ApiEnv, string, { in: { query: { realm?: Realm } }; out: { query: { realm: Realm } } }> {
  return async (context, next) => {
    const signedIn = await whoIs(api, context, context.req.valid('query').realm);
    if (signedIn === null) return problem(context, 'NOT_SIGNED_IN');
    context.set('signedIn', signedIn);
    return next();
  };
}
