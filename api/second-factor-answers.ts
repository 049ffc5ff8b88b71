/** What is answered between a moderator's password and their second factor, and of the factors they have. */
import { z } from 'zod';
import { ms } from './answer-parts.ts';
import type { AnswerOf } from './answer-parts.ts';
import { signedIn } from './answers.ts';

const way = z.enum(['passkey', 'application', 'recovery']);

/** `POST /login` of a moderator: no login yet, `GET /login/second` gives the same again. */
export const secondFactorAsked = z.strictObject({
  secondFactor: z.strictObject({
    kind: z.enum(['verify', 'enrol', 'add']).describe('enrol: there is none yet, and no other way on'),
    ways: z.array(way),
  }),
});
export const loginAnswer = z.union([signedIn, secondFactorAsked]);

/** `POST /login/second/enrol/application/options` */
export const offeredApplication = z.strictObject({
  secret: z.string().describe('Base32, for who cannot scan'),
  uri: z.string().describe('otpauth://…, what the square holds'),
});

/** WebAuthn's own JSON, as the browser's `parseCreationOptionsFromJSON` and `parseRequestOptionsFromJSON` take it. */
export const passkeyOptions = z.looseObject({ challenge: z.string() });

/** What ends an enrolment. */
export const enrolled = z.strictObject({
  signedIn: signedIn.nullable().describe('null: was signed in before'),
  recoveryCodes: z.array(z.string()).nullable().describe('Shown once; null: those from before stay'),
});
export const newRecoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string()) });

/** `GET /me/second-factor` */
export const mySecondFactors = z.strictObject({
  passkeys: z.array(
    z.strictObject({ id: z.int(), name: z.string(), createdAt: ms, lastUsedAt: ms.nullable() }),
  ),
  applicationSince: ms.nullable(),
  recoveryCodes: z.int().describe('How many are left'),
  fresh: z.boolean().describe('Signed in lately enough to change them'),
});

export type SecondFactorWay = z.infer<typeof way>;
export type SecondFactorAsked = AnswerOf<typeof secondFactorAsked>;
export type OfferedApplication = AnswerOf<typeof offeredApplication>;
export type Enrolled = AnswerOf<typeof enrolled>;
export type MySecondFactors = AnswerOf<typeof mySecondFactors>;
