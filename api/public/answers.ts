/** What the public space answers beside timetable and assignments: for its routes, `/api/openapi.json` and, as types, the client. */
import { z } from 'zod';
import type { AmphitheatreId, ServiceId, SessionId } from '../../machines/ids.ts';
import { callOrder, idOf, ms, personId, sessionState } from '../answer-parts.ts';
import type { AnswerOf } from '../answer-parts.ts';

/** `GET /amphitheatres/:id/call-list`: from the publication of the call list on, in call order. */
const publicCallListPerson = z.strictObject({
  person: personId,
  callOrder,
  name: z.string(),
  firstName: z.string(),
  specialty: z.string(),
  session: z
    .int()
    .nullable()
    .describe('Its number; null before the cut, or while the timetable is not published'),
});
export const publicCallList = z.strictObject({
  amphitheatre: idOf<AmphitheatreId>(),
  title: z.string(),
  provisional: z.boolean().describe('Until the first session of the amphitheatre has begun'),
  people: z.array(publicCallListPerson),
});

/** `GET /adequacy`: of the amphitheatres whose offer and call list are both published. */
const adequacyRow = z.strictObject({
  amphitheatre: idOf<AmphitheatreId>(),
  title: z.string(),
  posts: z.int().describe('Offered: blocked ones left out'),
  people: z.int().describe('Of the call list, without a planned absence'),
});
export const adequacy = z.array(adequacyRow);

const seats = { offered: z.int(), filled: z.int() };

/** `GET /establishments`: those with a published post. */
const listedEstablishment = z.strictObject({
  finess: z.string(),
  name: z.string(),
  city: z.string(),
  department: z.string(),
  services: z.int(),
  ...seats,
});
export const establishments = z.array(listedEstablishment);

const boardSeats = {
  ...seats,
  waiting: z
    .int()
    .describe(
      'Free ones that wait for a choice: a session is under way or to come; the other free ones stay vacant',
    ),
};

/** `GET /establishments/:finess`: the observer's board. Seats and people apart; of a choice the service, never the post (domain §8). */
const boardService = z.strictObject({
  service: idOf<ServiceId>(),
  name: z.string(),
  head: z.string(),
  amphitheatres: z.array(
    z.strictObject({ amphitheatre: idOf<AmphitheatreId>(), title: z.string(), ...boardSeats }),
  ),
  ...boardSeats,
});
const boardChoice = z.strictObject({
  person: personId,
  name: z.string(),
  firstName: z.string(),
  callOrder,
  specialty: z.string(),
  amphitheatre: z.string(),
  service: z.string(),
  at: ms,
});
const boardSession = z.strictObject({
  amphitheatre: idOf<AmphitheatreId>(),
  title: z.string(),
  session: idOf<SessionId>(),
  number: z.int(),
  of: z.int(),
  state: sessionState,
  startsAt: ms.nullable(),
  awaitsStart: z.boolean().describe('Its hour has come and it has not begun'),
  size: z.int(),
  chosen: z.int(),
});
export const establishmentBoard = z.strictObject({
  finess: z.string(),
  name: z.string(),
  city: z.string(),
  department: z.string(),
  ...boardSeats,
  services: z.array(boardService),
  latest: z.array(boardChoice).describe('The newest first, twenty at most'),
  sessions: z
    .array(boardSession)
    .describe('Of the amphitheatres with posts there: those under way; where there is none, the next ones'),
});

export type PublicCallList = AnswerOf<typeof publicCallList>;
export type PublicCallListPerson = AnswerOf<typeof publicCallListPerson>;
export type AdequacyRow = AnswerOf<typeof adequacyRow>;
export type ListedEstablishment = AnswerOf<typeof listedEstablishment>;
export type EstablishmentBoard = AnswerOf<typeof establishmentBoard>;
export type BoardService = AnswerOf<typeof boardService>;
export type BoardChoice = AnswerOf<typeof boardChoice>;
export type BoardSession = AnswerOf<typeof boardSession>;
