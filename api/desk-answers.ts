/**
 * What the moderators' routes answer beside `answers.ts`: for the routes themselves, for `/api/openapi.json` and, as
 * types alone, for the client.
 */
import { z } from 'zod';
import type { AmphitheatreId, PostId, SessionId } from '../machines/ids.ts';
import type { AlertKind, AlertSeverity } from '../machines/session/day-alerts.ts';
import type { CalledMode } from '../machines/session/facts.ts';
import type { AbsenceCause } from '../machines/session/world.ts';
import type { ActName } from './acts/record.ts';
import { callOrder, choiceStatus, idOf, ms, personId, sessionState } from './answer-parts.ts';
import type { AnswerOf } from './answer-parts.ts';
import { settingsBody } from './desk-bodies.ts';

const absenceCause = z.enum(['notConnected', 'timeRanOut', 'byModerator'] satisfies readonly AbsenceCause[]);

/** `POST /desk/people/:person/phone`: read once that is in the journal */
const phone = z.strictObject({ whose: z.enum(['intern', 'mandatary']), name: z.string(), phone: z.string() });
export const phones = z.strictObject({
  phones: z.array(phone).describe('Of the intern and of the holder of an accepted mandate, where known'),
});

/** `GET /desk/amphitheatres/:id/left` */
const leftState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('waiting') }),
  z.strictObject({ kind: z.literal('called') }),
  z.strictObject({ kind: z.literal('returned') }),
  z.strictObject({ kind: z.literal('absent'), cause: absenceCause }),
  z.strictObject({ kind: z.literal('excused'), reason: z.string() }),
  z.strictObject({ kind: z.literal('passed') }),
  z.strictObject({ kind: z.literal('withoutPost') }),
]);
const leftPerson = z.strictObject({
  person: personId,
  name: z.string(),
  firstName: z.string(),
  callOrder,
  specialty: z.string(),
  status: choiceStatus,
  session: idOf<SessionId>().nullable(),
  sessionNumber: z.int().nullable(),
  state: leftState,
});
export const left = z.strictObject({
  settling: z.boolean().describe('The last session is closed: posts are assigned now'),
  toSettle: z.int().describe('Those without a post and not settled «sans poste»'),
  people: z.array(leftPerson).describe('Without a post, in call order'),
});

/** `GET /desk/amphitheatres/:id/unlisted` */
const unlistedPerson = z.strictObject({
  person: personId,
  name: z.string(),
  firstName: z.string(),
  specialty: z.string(),
  chooses: z.boolean().describe('false: the file says that this person does not choose this semester'),
  callOrder: callOrder.describe('Where they would be added now'),
});
export const unlisted = z.strictObject({
  total: z.int(),
  people: z.array(unlistedPerson).describe('By name, the first 50'),
});

/** `GET /desk/amphitheatres/:id/acts` */
const recordedAct = z.strictObject({
  id: z.int(),
  at: ms,
  who: z.string(),
  act: z.enum([
    'import',
    'publish',
    'cut',
    'validate',
    'open',
    'withdraw',
    'setStatus',
    'refuseStatus',
    'excuse',
    'lift',
    'setPost',
    'askMandate',
    'acceptMandate',
    'declineMandate',
    'cancelMandate',
    'readPhone',
    'extraTurn',
    'settings',
    'addPerson',
    'addPosts',
    'rehearse',
    'takeBackRehearsal',
    'correctRoster',
    'mergeDuplicate',
  ] satisfies readonly (ActName | 'import')[]),
  person: personId.nullable().describe('Whom it is about'),
  status: choiceStatus.nullable(),
  post: idOf<PostId>().nullable(),
  blocked: z.boolean().nullable().describe('Whether the post was taken out of the offer or put back'),
  seconds: z.int().nullable().describe('Of a longer turn; 0: as long as everybody’s'),
  reason: z.string().nullable(),
});
export const recordedActs = z.strictObject({
  total: z.int(),
  acts: z.array(recordedAct).describe('Newest first, the last 200'),
});

/** `GET /desk/amphitheatres/:id/settings` */
const ofSession = z.strictObject({
  session: idOf<SessionId>(),
  number: z.int(),
  state: sessionState,
  started: z.boolean().describe('Its settings are fixed'),
});
export const sessionSettings = settingsBody.extend({ sessions: z.array(ofSession) });

/** `POST /desk/pause-all`, `POST /desk/resume-all` */
const sessionOutcome = z.strictObject({
  session: idOf<SessionId>(),
  amphitheatre: z.string(),
  number: z.int(),
  outcome: z.enum(['done', 'refused', 'pending']),
  detail: z.string().nullable().describe('Why not, or that it is on its way'),
  request: z.int().nullable().describe('Of a pending one: asked after at `GET /desk/requests/:id`'),
});
export const sessionOutcomes = z.strictObject({ sessions: z.array(sessionOutcome) });

/** `GET /desk/unattended` */
const unattendedSession = z.strictObject({
  session: idOf<SessionId>(),
  amphitheatre: idOf<AmphitheatreId>(),
  title: z.string(),
  number: z.int(),
  why: z
    .enum(['live', 'waits'])
    .describe('It runs or is paused; or it starts by itself and waits for a moderator'),
  startsAt: ms.nullable(),
});
export const unattended = z.array(unattendedSession);

/** `GET /desk/day` */
const alert = z.strictObject({
  kind: z.string() as z.ZodString & z.ZodType<AlertKind>,
  severity: z.enum(['now', 'soon'] satisfies readonly AlertSeverity[]),
  count: z.int().nullable().describe('How many people, absences or minutes it is about'),
});
const daySession = z.strictObject({
  session: idOf<SessionId>(),
  amphitheatre: idOf<AmphitheatreId>(),
  title: z.string(),
  number: z.int(),
  of: z.int().describe('Sessions of the amphitheatre'),
  startsAt: ms.nullable(),
  scheduledStart: z.boolean(),
  state: sessionState,
  since: ms.nullable().describe('Since when it is in that state; null before its start'),
  pause: z
    .strictObject({ reason: z.string().nullable(), automatic: z.enum(['absences', 'incident']).nullable() })
    .nullable(),
  counts: z.strictObject({
    people: z.int(),
    chosen: z.int(),
    absent: z.int(),
    excused: z.int(),
    connected: z.int().nullable().describe('Before the start as the gateways say it; null after the end'),
  }),
  called: z
    .strictObject({
      person: personId,
      name: z.string(),
      firstName: z.string(),
      callOrder,
      mode: z.enum(['awaited', 'choosing', 'recovering'] satisfies readonly CalledMode[]),
      connected: z.boolean(),
      endsAt: ms.nullable(),
      leftMs: z.number(),
    })
    .nullable(),
  moderators: z.array(z.string()).describe('Now in the room'),
  paceSeconds: z.number().nullable().describe('From one turn to the next; null before a turn was seen'),
  plannedEnd: ms.nullable(),
  estimatedEnd: ms.nullable().describe('In a pause none is known; of a closed one, when it closed'),
  toSettle: z.int().describe('Without a post and not settled, of a last session that is closed; else 0'),
  alerts: z.array(alert),
});
export const day = z.strictObject({
  date: z.string(),
  now: ms,
  sessions: z.array(daySession).describe('By hour, then by amphitheatre'),
});

export type Phone = AnswerOf<typeof phone>;
export type Left = AnswerOf<typeof left>;
export type LeftPerson = AnswerOf<typeof leftPerson>;
export type LeftState = AnswerOf<typeof leftState>;
export type Unlisted = AnswerOf<typeof unlisted>;
export type UnlistedPerson = AnswerOf<typeof unlistedPerson>;
export type RecordedAct = AnswerOf<typeof recordedAct>;
export type RecordedActs = AnswerOf<typeof recordedActs>;
export type AmphitheatreSettings = AnswerOf<typeof sessionSettings>;
export type SessionOutcome = AnswerOf<typeof sessionOutcome>;
export type Day = AnswerOf<typeof day>;
export type UnattendedSession = AnswerOf<typeof unattendedSession>;
export type DaySession = AnswerOf<typeof daySession>;
export type DayAlert = AnswerOf<typeof alert>;
