/** `/api/desk/people`: people found by name, one person's file, accounts to be confirmed. Moderators only; readings are recorded. */
import { Hono } from 'hono';
import { z } from 'zod';
import { foldedWords } from '../../machines/folded.ts';
import { accountsToConfirm, foundPeople, personFile } from '../file-answers.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described } from '../http/described.ts';
import { input, personInPath, plainText } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import { readPersonFile } from '../people-files/read-file.ts';
import { searchPeople } from '../people-files/search.ts';
import { readAccountsToConfirm } from '../people-files/to-confirm.ts';

const asked = z.strictObject({ q: plainText.max(100) });

export function deskFileRoutes(api: Api): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.get(
    '/people',
    described('People of the roster by name, INE or e-mail', foundPeople),
    input('query', asked),
    async context => {
      context.header('cache-control', 'no-store');
      return context.json(await searchPeople(api.database.sql, foldedWords(context.req.valid('query').q)));
    },
  );
  routes.get(
    '/to-be-confirmed',
    described('Accounts to be confirmed whose session is within a week', accountsToConfirm),
    async context => {
      context.header('cache-control', 'no-store');
      return context.json(await readAccountsToConfirm(api.database.sql));
    },
  );
  routes.get(
    '/people/:person/file',
    described('One person’s file; the reading is recorded', personFile),
    input('param', z.object({ person: personInPath })),
    async context => {
      const { person } = context.req.valid('param');
      const file = await readPersonFile(api.database, person, context.var.signedIn.account);
      context.header('cache-control', 'no-store');
      return file === null ? problem(context, 'NOT_FOUND') : context.json(file);
    },
  );
  return routes;
}
