/**
 * What the routes answer, each shape once: for the routes themselves, for `/api/openapi.json` (http/described.ts) and, as
 * types alone, for the client. What PostgreSQL writes whole is in offer/answers.ts, refusals in http/problem.ts.
 */
import { z } from 'zod';
import type { AmphitheatreId, SessionId } from '../machines/ids.ts';
import type { DeskRow, SignInRealm } from '../machines/wire/frames.ts';
import { callOrder, choiceStatus, idOf, ms, personId, phase, sessionState } from './answer-parts.ts';
import type { AnswerOf } from './answer-parts.ts';

const signInRealm = z.enum(['intern', 'mandatary', 'moderator'] satisfies readonly SignInRealm[]);

/** `GET /settings` */
const demoAccount = z.strictObject({
  realm: signInRealm,
  email: z.string(),
  name: z.string(),
  callOrder: z.number().nullable().describe('Of interns, and of the intern whom the holder chooses for'),
});
export const settings = z.strictObject({
  region: z.string(),
  agency: z.strictObject({ name: z.string(), phone: z.string(), email: z.string(), hours: z.string() }),
  usualReasons: z
    .strictObject({
      pause: z.array(z.string()),
      absence: z.array(z.string()),
      callBack: z.array(z.string()),
      close: z.array(z.string()),
    })
    .describe('What moderators pick from instead of typing'),
  keptDays: z
    .strictObject({ mails: z.int(), notifications: z.int(), reasons: z.int(), requests: z.int() })
    .describe('How long what has served is kept'),
  legal: z
    .strictObject({
      address: z.string().nullable(),
      publicationDirector: z.string().nullable(),
      hosting: z.string().nullable(),
      dpo: z.string().nullable(),
      accessibility: z.strictObject({
        declaredOn: z.string().nullable(),
        audit: z.strictObject({ rate: z.number(), by: z.string() }).nullable(),
        planUrl: z.string().nullable(),
      }),
    })
    .describe('What the legal pages say; null: the operator has not given it'),
  semester: z.string().nullable(),
  demo: z
    .strictObject({ password: z.string(), accounts: z.array(demoAccount) })
    .nullable()
    .describe('In development only'),
  development: z.boolean(),
});

/** `GET /me`, `POST /login` */
const identity = z.strictObject({
  name: z.string(),
  firstName: z.string().nullable(),
  email: z.string(),
  person: personId
    .nullable()
    .describe('The intern, or whom a holder chooses for; null for moderators and outside this semester'),
  callOrder: z.number().nullable(),
  amphitheatre: idOf<AmphitheatreId>().nullable(),
  session: idOf<SessionId>().nullable(),
  edition: z
    .int()
    .nullable()
    .describe(
      'Of the amphitheatre’s directory, so that it can be asked for at once; null before the publication',
    ),
  forPerson: z.strictObject({ name: z.string(), firstName: z.string() }).nullable().describe('Holders only'),
  administrator: z.boolean().describe('Of moderators: manages the others'),
  seenBy: z
    .string()
    .nullable()
    .describe('The moderator who sees this account, to read alone; null: it is one’s own'),
  toBeConfirmed: z
    .boolean()
    .describe('Signed up without the INE: sees everything, may not choose nor give a mandate yet'),
  facultyMissing: z.boolean().describe('An intern of this semester of whom nobody knows the UFR'),
});
export const me = z.record(signInRealm, identity.nullable());
export const signedIn = z.partialRecord(signInRealm, identity.nullable());

/** `POST /ticket` */
export const ticket = z.strictObject({ ticket: z.string(), url: z.string() });

/** `GET /amphitheatres` */
const listedSession = z.strictObject({
  id: idOf<SessionId>(),
  number: z.int(),
  state: sessionState,
  startsAt: ms.nullable(),
  startsAround: ms
    .nullable()
    .describe('Of a session still to begin, while one before it is under way: from the pace seen so far'),
  endsAround: ms.nullable().describe('Of a session under way; null in a pause'),
  awaitsStart: z
    .boolean()
    .describe('Its hour has come, it has not begun, and none before it runs: nobody knows when it will'),
  size: z.int(),
  chosen: z.int(),
});
const listedAmphitheatre = z.strictObject({
  id: idOf<AmphitheatreId>(),
  title: z.string(),
  group: z.string(),
  phase,
  published: z.strictObject({ offer: z.boolean(), timetable: z.boolean(), callList: z.boolean() }),
  edition: z.int(),
  perSession: z.int().nullable(),
  firstAt: ms.nullable().describe('Of the first session: provisional where there is no session yet'),
  people: z.int(),
  posts: z.int(),
  sessions: z.array(listedSession),
});
export const amphitheatres = z.array(listedAmphitheatre);

/** `GET /assignments`: what everybody may read of one (domain §8), never the post, never a status. */
const publicAssignment = z.strictObject({
  person: personId,
  name: z.string(),
  firstName: z.string(),
  callOrder,
  specialty: z.string(),
  amphitheatre: z.string(),
  service: z.string(),
  establishment: z.string(),
  city: z.string(),
  department: z.string(),
  at: ms,
});
export const assignments = z.strictObject({
  total: z.int(),
  page: z.int(),
  size: z.int(),
  pages: z.int(),
  items: z.array(publicAssignment),
});

/** `GET /desk/amphitheatres/:id/people`, in call order: what the tables hold before a session begins. */
const rosterPerson = z.strictObject({
  person: personId,
  status: choiceStatus,
  mandate: z.boolean().describe('Somebody else chooses: a mandate that was accepted'),
  plannedAbsence: z.string().nullable().describe('The private reason; null where there is none'),
  extraTurnMs: z.int().describe('A longer turn set beforehand; 0 for nearly all'),
  extraTurnReason: z.string().nullable().describe('Why, private; the last one given'),
  connectedSince: ms.nullable().describe('Since when the chooser is connected; null: is not'),
});
export const roster = z.array(rosterPerson);

/** `GET /desk/sessions/:id/journal`; the kinds of facts are those of the wire's `row`. */
const deskRow = z.strictObject({
  session: idOf<SessionId>(),
  seq: z.int(),
  at: ms,
  who: z.string(),
  command: z.string(),
  facts: z.array(z.looseObject({ kind: z.string() })),
});
export const journalPage = z.strictObject({
  rows: z.array(deskRow).describe('Newest first'),
  before: z.int().nullable().describe('What to ask the next page with; null: that was all'),
});

/** `GET /dev/mails` and one of them */
const devMail = z.strictObject({
  id: z.int(),
  messageId: z.string(),
  recipient: z.string(),
  subject: z.string(),
  at: ms,
});
export const devMails = z.array(devMail);
export const wholeDevMail = devMail.extend({ text: z.string(), html: z.string() });

/** Every act and every change at the desk, and the mandate's end. */
export const done = z.strictObject({ answer: z.literal('done') });
export const pending = z.strictObject({
  answer: z.literal('pending'),
  detail: z.string(),
  request: z.int().describe('Asked after at `GET /desk/requests/:id`'),
});

export type Settings = AnswerOf<typeof settings>;
export type DemoAccount = AnswerOf<typeof demoAccount>;
export type Me = AnswerOf<typeof me>;
export type Identity = AnswerOf<typeof identity>;
export type ListedAmphitheatre = AnswerOf<typeof listedAmphitheatre>;
export type ListedSession = AnswerOf<typeof listedSession>;
export type AssignmentPage = AnswerOf<typeof assignments>;
export type PublicAssignment = AnswerOf<typeof publicAssignment>;
export type RosterPerson = AnswerOf<typeof rosterPerson>;
export interface JournalPage extends Omit<AnswerOf<typeof journalPage>, 'rows'> {
  readonly rows: readonly DeskRow[];
}
export type DevMail = AnswerOf<typeof devMail>;
export type WholeDevMail = AnswerOf<typeof wholeDevMail>;
