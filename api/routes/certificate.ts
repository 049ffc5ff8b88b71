/** `GET /api/documents/certificates…`: one's own, by semester; `POST /api/certificate-check`: whether a code is genuine. */
import { Hono } from 'hono';
import { z } from 'zod';
import { checkedCertificate, codeBody, myCertificates } from '../document-answers.ts';
import { answerDocument } from '../documents/answer-document.ts';
import type { AskDocument } from '../documents/ask.ts';
import { certify, checkCertificate, readMyCertificates } from '../documents/certificates.ts';
import { readCode } from '../documents/code.ts';
import { addressOf } from '../http/address.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described, describedFile } from '../http/described.ts';
import { input } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import { whoIs } from '../sign-in/signed-in.ts';

const place = z.object({ semester: z.string().regex(/^\d{4}-\d{2}$/) });

/** A genuine code and an unknown one are answered after the same time. */
const ANSWER_AFTER_MS = 200;

export function certificateRoutes(api: Api, ask: AskDocument): Hono<ApiEnv> {
  const { sql } = api.database;
  const routes = new Hono<ApiEnv>();
  routes.get(
    '/documents/certificates',
    described('The semesters of the person who asks, and which have a certificate', myCertificates),
    async context => {
      const signedIn = await whoIs(api, context, 'intern');
      if (signedIn === null || signedIn.intern === null) return notTheIntern(api, context);
      context.header('cache-control', 'private, no-store');
      return context.json(await readMyCertificates(sql, signedIn.intern));
    },
  );
  routes.get(
    '/documents/certificates/:semester',
    describedFile('The certificate of the person who asks, for one semester'),
    input('param', place),
    async context => {
      const signedIn = await whoIs(api, context, 'intern');
      if (signedIn === null || signedIn.intern === null) return notTheIntern(api, context);
      const assignment = await certify(sql, signedIn.intern, context.req.valid('param').semester);
      if (assignment === null) return problem(context, 'NO_CERTIFICATE');
      return answerDocument(context, await ask({ kind: 'certificate', assignment, format: 'pdf' }), true);
    },
  );
  routes.post(
    '/certificate-check',
    described('Whether a certificate’s code is genuine; never the post', checkedCertificate),
    input('json', codeBody),
    async context => {
      await api.limits.lookUp(addressOf(context, api.config.trustedProxyHeader));
      const answerAt = api.clock.now() + ANSWER_AFTER_MS;
      const checked = await checkCertificate(sql, readCode(context.req.valid('json').code));
      await new Promise<void>(resolve => void api.clock.at(answerAt, resolve));
      context.header('cache-control', 'no-store');
      return context.json(checked);
    },
  );
  return routes;
}

/** The holder of a mandate chooses in the intern's place; the certificate is the intern's own document. */
async function notTheIntern(api: Api, context: Parameters<typeof whoIs>[1]): Promise<Response> {
  const holder = await whoIs(api, context, 'mandatary');
  return problem(context, holder === null ? 'NOT_SIGNED_IN' : 'INTERNS_DOCUMENT');
}
