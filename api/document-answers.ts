/** What the routes of documents answer beside `answers.ts`, and what moderators send them: for routes, OpenAPI and, as types, the client. */
import { z } from 'zod';
import { visibleText } from '../machines/visible-text.ts';
import { ms } from './answer-parts.ts';
import type { AnswerOf } from './answer-parts.ts';
import { day, emailAddress, plainText } from './http/input.ts';

/** `GET /documents/certificates` */
const myCertificate = z.strictObject({
  semester: z.string(),
  current: z.boolean(),
  ready: z.boolean().describe('A choice stands: its certificate can be downloaded'),
  service: z.string().nullable(),
  establishment: z.string().nullable(),
  at: ms.nullable(),
});
export const myCertificates = z
  .array(myCertificate)
  .describe('Every semester of the person, the latest first');

/** `POST /certificate-check`: what anybody who holds a code may read; never the post. In the body: no log keeps the code. */
const LONGEST_CODE = 60; // characters, spaces and hyphens as typed
export const codeBody = z.strictObject({ code: plainText.trim().min(1).max(LONGEST_CODE) });
export const checkedCertificate = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('obsolete'), madeAt: ms }),
  z.strictObject({
    kind: z.literal('genuine'),
    name: z.string(),
    firstName: z.string(),
    semester: z.string(),
    service: z.string(),
    establishment: z.string(),
    city: z.string(),
    at: ms,
  }),
]);

/** `GET /desk/establishments` */
const reader = z.strictObject({
  id: z.int(),
  name: z.string(),
  email: z.string(),
  grantedBy: z.string(),
  grantedAt: ms,
  expiresAt: ms,
  endedAt: ms.nullable(),
  endedBy: z.string().nullable(),
  reads: z.array(z.strictObject({ at: ms, format: z.enum(['pdf', 'csv']) })).describe('The last ones first'),
});
const deskEstablishment = z.strictObject({
  id: z.int(),
  name: z.string(),
  city: z.string(),
  department: z.string(),
  coming: z.int().describe('Who has chosen a post there'),
  readers: z.array(reader),
});
const agencyRead = z.strictObject({
  at: ms,
  by: z.string(),
  amphitheatre: z.string().nullable().describe('Null: the whole semester'),
  format: z.enum(['pdf', 'csv']),
});
export const deskEstablishments = z.strictObject({
  semester: z.string().nullable(),
  establishments: z.array(deskEstablishment),
  reads: z.array(agencyRead).describe('The agency’s own lists taken away, the last ones first'),
});

/** `POST /desk/establishments/:id/readers` */
export const readerBody = z.strictObject({
  name: plainText.overwrite(visibleText).min(1).max(200),
  email: emailAddress,
  until: day.describe('The last day, Paris time: today to a year from today'),
});
export const readerGranted = z.strictObject({ id: z.int() });

/** `POST /establishment-list`: what a mailed link opens. */
const LONGEST_TOKEN = 100;
export const linkBody = z.strictObject({ token: z.string().min(1).max(LONGEST_TOKEN) });
export const linkedEstablishment = z.strictObject({
  name: z.string().describe('Whom the link was mailed to'),
  establishment: z.string(),
  city: z.string(),
  semester: z.string(),
  coming: z.int(),
  expiresAt: ms,
});

export type MyCertificate = AnswerOf<typeof myCertificate>;
export type CheckedCertificate = AnswerOf<typeof checkedCertificate>;
export type DeskEstablishments = AnswerOf<typeof deskEstablishments>;
export type DeskEstablishment = AnswerOf<typeof deskEstablishment>;
export type EstablishmentReader = AnswerOf<typeof reader>;
export type LinkedEstablishment = AnswerOf<typeof linkedEstablishment>;
