/** What `GET /me/amphitheatre` answers: for the route, for `/api/openapi.json` and, as types, for the client. One's own, nobody else's. */
import { z } from 'zod';
import type { AmphitheatreId, SessionId } from '../machines/ids.ts';
import { callOrder, choiceStatus, idOf, ms, phase, sessionState } from './answer-parts.ts';
import type { AnswerOf } from './answer-parts.ts';

const session = z.strictObject({
  id: idOf<SessionId>(),
  number: z.int(),
  state: sessionState,
  startsAt: ms.nullable(),
  size: z.int(),
});

const amphitheatre = z.strictObject({
  id: idOf<AmphitheatreId>(),
  title: z.string(),
  published: z.strictObject({ offer: z.boolean(), timetable: z.boolean(), callList: z.boolean() }),
  firstAt: ms.nullable().describe('Provisional while there is no session; null before the publication'),
  opensAt: ms.nullable().describe('When a validated one opens by itself'),
  people: z.int().nullable().describe('On the call list; null before its publication'),
  sessions: z.array(session).describe('None before the cut, or before the publication'),
});

/** Null where the call list is not published, or the person is not on it. */
const place = z.strictObject({
  callOrder,
  session: idOf<SessionId>().nullable().describe('The one to which one belongs now; null before the cut'),
  carriedOver: z
    .boolean()
    .describe('One’s own session has closed without a choice: the next one calls again'),
  inSession: z.int().nullable().describe('From 1; null before the cut and for whoever is carried over'),
  turn: z
    .strictObject({ at: ms, from: ms, to: ms })
    .nullable()
    .describe('As planned, with its margin; null once the session has begun'),
});

const rank = z.strictObject({
  promotion: z.int(),
  validated: z.int(),
  supernumerary: z.int(),
  researchYear: z.int(),
  researchLeave: z.int(),
  localRank: z.int(),
  localHeadcount: z.int(),
  presentHeadcount: z.int(),
  theoreticalPromotion: z.int(),
  before: z
    .strictObject({ earlierPromotion: z.int(), samePromotion: z.int() })
    .describe('Who is called before one, by theoretical promotion'),
  strictSeniority: z.boolean(),
});

const choice = z.strictObject({
  at: ms,
  seq: z.int(),
  post: z.string(),
  service: z.string(),
  establishment: z.string(),
  city: z.string(),
});

const mine = z.strictObject({
  semester: z.string(),
  name: z.string(),
  firstName: z.string(),
  group: z.string(),
  phase,
  specialty: z.string(),
  status: choiceStatus,
  extraTurnMs: z.int(),
  plannedAbsence: z
    .strictObject({ reason: z.string().nullable().describe('For the intern alone') })
    .nullable(),
  mandate: z
    .strictObject({ email: z.string(), askedAt: ms, acceptedAt: ms.nullable() })
    .nullable()
    .describe('For the intern alone'),
  amphitheatre: amphitheatre.nullable(),
  place: place.nullable(),
  rank: rank.nullable().describe('For the intern alone'),
  orderChecked: z.number().nullable().describe('The call order that the intern has said is right'),
  outcome: z.enum(['passed', 'withoutPost']).nullable(),
  choice: choice.nullable(),
});
/** `GET /me/amphitheatre` */
export const myAmphitheatre = z.strictObject({
  mine: mine
    .nullable()
    .describe('Null outside this semester’s roster, and for a holder without an accepted mandate'),
});

export type MyAmphitheatre = AnswerOf<typeof mine>;
export type MyAmphitheatreAnswer = AnswerOf<typeof myAmphitheatre>;
