/** What the routes about requests for another kind of choice answer: for the routes, for `/api/openapi.json` and, as types, for the client. */
import { z } from 'zod';
import type { AmphitheatreId } from '../machines/ids.ts';
import { callOrder, choiceStatus, idOf, ms, personId, sessionState } from './answer-parts.ts';
import type { AnswerOf } from './answer-parts.ts';

const decision = z.enum(['approved', 'refused']);

const ownRequest = z.strictObject({
  status: choiceStatus.describe('What is asked for'),
  askedAt: ms,
  decision: decision.nullable().describe('null: the agency has not answered yet'),
  decidedAt: ms.nullable(),
  reason: z.string().nullable().describe('Of a refusal'),
});
/** `GET /me/status-request` */
export const myStatus = z.strictObject({
  status: choiceStatus.nullable().describe('Null outside this semester’s roster'),
  mayAsk: z.boolean().describe('On a call list, without a recorded choice'),
  request: ownRequest.nullable().describe('The last one'),
});

const deskRequest = z.strictObject({
  id: z.int(),
  person: personId,
  name: z.string(),
  firstName: z.string(),
  specialty: z.string(),
  amphitheatre: idOf<AmphitheatreId>(),
  title: z.string(),
  callOrder,
  now: choiceStatus.describe('The present status: sent back as `on` with an approval'),
  status: choiceStatus.describe('What is asked for'),
  askedAt: ms,
  session: z
    .strictObject({ number: z.int(), state: sessionState, startsAt: ms.nullable() })
    .nullable()
    .describe('The person’s own'),
  near: z.boolean().describe('Their session is live, or begins within a week'),
  chosen: z.boolean().describe('A choice is recorded: only a correction changes anything now'),
});
const answered = deskRequest
  .pick({ id: true, person: true, name: true, firstName: true, status: true, askedAt: true })
  .extend({ decision, decidedAt: ms, by: z.string(), reason: z.string().nullable() });
/** `GET /desk/status-requests` */
export const statusRequests = z.strictObject({
  waiting: z.array(deskRequest).describe('Those whose session is near first, then the oldest first'),
  answered: z.array(answered).describe('Newest first, the last 50'),
});

/** `GET /desk/status-requests/count` */
export const waitingRequests = z.strictObject({
  waiting: z.int(),
  near: z.int().describe('Of these, the session is live or begins within a week'),
});

export type WaitingRequests = AnswerOf<typeof waitingRequests>;
export type MyStatus = AnswerOf<typeof myStatus>;
export type OwnStatusRequest = AnswerOf<typeof ownRequest>;
export type StatusRequests = AnswerOf<typeof statusRequests>;
export type StatusRequest = AnswerOf<typeof deskRequest>;
export type AnsweredStatusRequest = AnswerOf<typeof answered>;
