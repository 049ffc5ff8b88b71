/** What the routes of accounts answer: shapes for OpenAPI, types for the client. */
import { z } from 'zod';
import type { LoginId } from '../machines/ids.ts';
import { idOf, ms, phase } from './answer-parts.ts';
import { SIGN_IN_REALMS } from './http/api.ts';

/** `POST /password/link` */
export const resettingAccount = z.strictObject({
  realm: z.enum(SIGN_IN_REALMS),
  email: z.string(),
  name: z.string(),
  firstName: z.string().nullable(),
});
export type ResettingAccount = z.infer<typeof resettingAccount>;

/** `POST /sign-up` where the six fields mean one person of the roster. */
export const signUpMatch = z.strictObject({
  matched: z.string().describe('To be sent with the e-mail, within an hour'),
});

/** `GET /sign-up/specialties` */
export const signUpSpecialties = z.array(z.strictObject({ id: z.int(), name: z.string() }));
export type SignUpSpecialty = z.infer<typeof signUpSpecialties>[number];

/** `POST /sign-up/link`: null = not shown to somebody who signs up without the INE. */
const knownOfIntern = z.strictObject({
  name: z.string(),
  firstName: z.string(),
  exam: z.string(),
  promotion: z.int(),
  specialty: z.string(),
  group: z.string(),
  phase,
  ine: z.string().nullable(),
  birthName: z.string().nullable(),
  regime: z.string().nullable(),
  faculty: z.string().nullable(),
});
export type KnownOfIntern = z.infer<typeof knownOfIntern>;
export const signingUp = z.strictObject({ email: z.string(), known: knownOfIntern });
export type SigningUp = z.infer<typeof signingUp>;

/** `GET /me/logins` */
export const ownLogins = z.array(
  z.strictObject({
    id: idOf<LoginId>(),
    device: z.string().describe('What the browser said of itself'),
    since: ms,
    lastUsedAt: ms,
    own: z.boolean().describe('The one that asks'),
  }),
);
export type OwnLogin = z.infer<typeof ownLogins>[number];

/** `GET /me/profile`: null = nobody knows it, or not to be shown before the account is confirmed. */
export const profile = z.strictObject({
  email: z.string(),
  toBeConfirmed: z.boolean(),
  birthDate: z.string().nullable(),
  phone: z.string(),
  address: z.string(),
  faculty: z.string().nullable(),
  faculties: z.array(z.string()).nullable().describe('Those of the semester’s roster, to pick from'),
  secretQuestion: z.string().nullable(),
  name: z.string(),
  firstName: z.string(),
  birthName: z.string().nullable(),
  ine: z.string().nullable(),
  exam: z.string(),
  promotion: z.int(),
  regime: z.string().nullable(),
  specialty: z.string().nullable(),
  group: z.string().nullable(),
  phase: phase.nullable(),
  seniority: z.int().nullable(),
});
export type Profile = z.infer<typeof profile>;

/** `POST /email-change/link` */
export const emailChange = z.strictObject({
  to: z.string(),
  at: z.string().describe('The address whose letter was opened'),
});
export type EmailChange = z.infer<typeof emailChange>;

/** `POST /email-change` */
export const emailChanged = z.strictObject({
  changed: z.boolean().describe('False: the letter at the other address is still to be opened'),
});
