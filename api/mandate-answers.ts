/** What the routes about mandates answer: for the routes, for `/api/openapi.json` and, as types, for the client. */
import { z } from 'zod';
import { ms } from './answer-parts.ts';
import type { AnswerOf } from './answer-parts.ts';

/** `GET /mandate` */
export const givenMandate = z.strictObject({
  mayGive: z.boolean().describe('On a call list, confirmed, without a recorded choice'),
  toBeConfirmed: z.boolean().describe('The account gives no mandate before it is confirmed'),
  mandate: z
    .strictObject({ email: z.string(), phone: z.string(), askedAt: ms, acceptedAt: ms.nullable() })
    .nullable()
    .describe('Until its acceptance the intern chooses'),
  last: z
    .strictObject({
      email: z.string(),
      accepted: z.boolean(),
      endedBy: z.enum(['intern', 'mandatary', 'semester']).nullable(),
      endedAt: ms,
    })
    .nullable()
    .describe('The last one that has ended'),
});

/** `POST /mandate/invitation` */
export const mandateInvitation = z.strictObject({
  email: z.string().describe('The holder’s: the name to sign in with'),
  holderName: z.string().describe('Of an earlier mandate; else empty'),
  name: z.string().describe('Of the intern who asks'),
  firstName: z.string(),
  startsAt: ms.nullable().describe('Of the intern’s session, once published'),
});

export type GivenMandate = AnswerOf<typeof givenMandate>;
export type MandateInvitation = AnswerOf<typeof mandateInvitation>;
