/** What the routes of rehearsals answer beside `answers.ts`: for the routes, for `/api/openapi.json` and, as types, for the client. */
import { z } from 'zod';
import type { AmphitheatreId, SessionId } from '../machines/ids.ts';
import { idOf, sessionState } from './answer-parts.ts';

/** `POST /desk/amphitheatres/:id/rehearsals` */
export const rehearsal = z.strictObject({
  id: idOf<SessionId>(),
  amphitheatre: idOf<AmphitheatreId>(),
  number: z.int().describe('Of its own: rehearsals are counted apart'),
  session: z
    .int()
    .nullable()
    .describe('Number of the session whose people it has; null where that one is no more'),
  state: sessionState,
});
/** `GET /desk/rehearsals` */
export const rehearsals = z
  .array(rehearsal)
  .describe('Of the semester, the last one of each amphitheatre first');

/** `GET /me/rehearsal` */
export const myRehearsal = rehearsal.nullable().describe('Of one’s own session, open or running');

export type Rehearsal = Readonly<z.infer<typeof rehearsal>>;
