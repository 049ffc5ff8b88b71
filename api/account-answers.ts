/** What the routes of accounts answer: shapes for OpenAPI, types for the client. */
import { z } from 'zod';
import { phase } from './answer-parts.ts';
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
