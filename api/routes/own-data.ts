/** `POST /api/me/data?realm=`: what is kept of oneself, as a file; after the password, a few times an hour (RGPD art. 15, 20). */
import { Hono } from 'hono';
import { z } from 'zod';
import { disposition } from '../documents/answer-document.ts';
import { SIGN_IN_REALMS } from '../http/api.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described } from '../http/described.ts';
import { input } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import { ownData } from '../own-data-answers.ts';
import { readOwnData } from '../own-data/read.ts';
import { writtenPassword } from '../sign-in/passwords.ts';
import { shownAgain } from '../sign-in/shown-again.ts';
import { whoIs } from '../sign-in/signed-in.ts';

const asked = input('query', z.strictObject({ realm: z.enum(SIGN_IN_REALMS).default('intern') }));
const body = z.strictObject({ password: writtenPassword.min(1) });

const HOUR_S = 3_600;

export function ownDataRoute(api: Api): Hono<ApiEnv> {
  return new Hono<ApiEnv>().post(
    '/me/data',
    described('Everything that is kept of this account, as an attachment', ownData),
    asked,
    input('json', body),
    async context => {
      const signedIn = await whoIs(api, context, context.req.valid('query').realm);
      if (signedIn === null) return problem(context, 'NOT_SIGNED_IN');
      const refused = await shownAgain(api, context, signedIn, context.req.valid('json').password);
      if (refused !== null) return refused;
      if (!(await api.limits.mayExport(String(signedIn.account)))) {
        context.header('retry-after', String(HOUR_S));
        return problem(context, 'EXPORTED_LATELY');
      }
      const data = await readOwnData(api.database.sql, api.config, signedIn.account, api.clock.now());
      api.log.info({ account: signedIn.account }, 'own-data.handed-over');
      context.header('cache-control', 'no-store');
      context.header('content-disposition', disposition(`mes-donnees-${data.madeAt.slice(0, 10)}.json`));
      return context.body(JSON.stringify(data, null, 2), 200, {
        'content-type': 'application/json; charset=utf-8',
      });
    },
  );
}
