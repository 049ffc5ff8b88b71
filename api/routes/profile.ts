/** An intern's own account: `GET /api/me/profile`, `PUT …/reach`, `PUT …/faculty`, `PUT …/secret`. */
import { Hono } from 'hono';
import { z } from 'zod';
import { profile } from '../account-answers.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described, describedSilent } from '../http/described.ts';
import { input } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import { writeFaculty, writeReach, writeSecret } from '../profile/change.ts';
import { readProfile } from '../profile/read.ts';
import { shownAgain } from '../sign-in/shown-again.ts';
import { hashSecretAnswer, writtenPassword } from '../sign-in/passwords.ts';
import { onlyFor } from '../sign-in/signed-in.ts';
import { line, phoneNumber, postalAddress, secretAnswer, secretQuestion } from '../sign-up/bodies.ts';

const reachBody = z.strictObject({ phone: phoneNumber, address: postalAddress });
const facultyBody = z.strictObject({ faculty: line(200) });
const secretBody = z.strictObject({ password: writtenPassword.min(1), secretQuestion, secretAnswer });

export function profileRoutes(api: Api): Hono<ApiEnv> {
  const { sql } = api.database;
  const routes = new Hono<ApiEnv>();
  routes.use('/me/profile', onlyFor(api, 'intern'));
  routes.use('/me/profile/*', onlyFor(api, 'intern'));

  routes.get(
    '/me/profile',
    described('What is one’s own, and what the ARS alone changes', profile),
    async context => {
      const read = await readProfile(sql, context.var.signedIn.account);
      context.header('cache-control', 'no-store');
      return read === null ? problem(context, 'NOT_FOUND') : context.json(read);
    },
  );

  routes.put(
    '/me/profile/reach',
    describedSilent('Another telephone number and postal address'),
    input('json', reachBody),
    async context => {
      await writeReach(sql, context.var.signedIn.account, context.req.valid('json'));
      return context.body(null, 204);
    },
  );

  routes.put(
    '/me/profile/faculty',
    describedSilent('One’s UFR, asked for on entering the amphitheatre where nobody knows it'),
    input('json', facultyBody),
    async context => {
      await writeFaculty(sql, context.var.signedIn.account, context.req.valid('json').faculty);
      return context.body(null, 204);
    },
  );

  routes.put(
    '/me/profile/secret',
    describedSilent('Another question and answer for the telephone, after the password'),
    input('json', secretBody),
    async context => {
      const { password, secretQuestion: question, secretAnswer: answer } = context.req.valid('json');
      const refused = await shownAgain(api, context, context.var.signedIn, password);
      if (refused !== null) return refused;
      await writeSecret(sql, context.var.signedIn.account, question, await hashSecretAnswer(answer));
      return context.body(null, 204);
    },
  );
  return routes;
}
