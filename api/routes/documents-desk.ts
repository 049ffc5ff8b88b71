/** `/api/desk/documents/…`, `/api/desk/establishments…`: the agency's own lists, and who else may read a part of them. */
import { Hono } from 'hono';
import { z } from 'zod';
import { currentSemester } from '../current-semester.ts';
import { deskEstablishments, readerBody, readerGranted } from '../document-answers.ts';
import { answerDocument } from '../documents/answer-document.ts';
import type { AskDocument } from '../documents/ask.ts';
import { readDeskEstablishments } from '../documents/desk-establishments.ts';
import { publishedIn } from '../documents/places.ts';
import { endReader, grantReader } from '../documents/readers.ts';
import { recordAgencyRead } from '../documents/reads.ts';
import { format } from '../documents/wanted.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described, describedFile, describedSilent } from '../http/described.ts';
import { idInPath, input } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import { mailDomainOf } from '../kit/config.ts';

const place = z.object({ format });
const query = z.object({ amphitheatre: idInPath.optional() });
const numbered = z.object({ id: idInPath });

export function deskDocumentRoutes(api: Api, ask: AskDocument): Hono<ApiEnv> {
  const { sql } = api.database;
  const grantParts = {
    database: api.database,
    secret: api.config.tokenSecret,
    mailDomain: mailDomainOf(api.config),
  };
  const routes = new Hono<ApiEnv>();
  routes.get(
    '/documents/assignments/:format',
    describedFile('Assignments with their posts; who takes them away is recorded first'),
    input('param', place),
    input('query', query),
    async context => {
      const { amphitheatre = null } = context.req.valid('query');
      const { format } = context.req.valid('param');
      const semester =
        amphitheatre === null
          ? (await currentSemester(sql))?.id
          : (await publishedIn(sql, amphitheatre))?.semester;
      if (semester === undefined) return problem(context, 'NOT_FOUND');
      await recordAgencyRead(sql, context.var.signedIn.account, { semester, amphitheatre, format });
      const asked = await ask({ kind: 'assignments', semester, amphitheatre, withPosts: true, format });
      return answerDocument(context, asked, true);
    },
  );
  routes.get(
    '/establishments',
    described('Establishments of the semester, who may read who comes there, who has', deskEstablishments),
    async context => {
      context.header('cache-control', 'no-store');
      return context.json(await readDeskEstablishments(sql));
    },
  );
  routes.post(
    '/establishments/:id/readers',
    described('Grants a named person the list of their establishment, and mails the link', readerGranted),
    input('param', numbered),
    input('json', readerBody),
    async context => {
      const { id: establishment } = context.req.valid('param');
      const by = context.var.signedIn.account;
      const granted = await grantReader(grantParts, { establishment, by, ...context.req.valid('json') });
      switch (granted.kind) {
        case 'unknownEstablishment':
          return problem(context, 'NOT_FOUND');
        case 'outOfRange':
          return problem(context, 'INVALID_INPUT', { fields: ['until'], messages: { until: UNTIL } });
        case 'granted':
          return context.json({ id: granted.id });
        default:
          return granted satisfies never;
      }
    },
  );
  routes.delete(
    '/establishment-readers/:id',
    describedSilent('Ends it: the mailed link opens nothing from now on'),
    input('param', numbered),
    async context => {
      await endReader(sql, context.req.valid('param').id, context.var.signedIn.account);
      return context.body(null, 204);
    },
  );
  return routes;
}

const UNTIL = 'Un jour à venir, dans un an au plus.';
