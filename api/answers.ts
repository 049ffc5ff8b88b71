/**
 * What the routes answer, each shape once: for the routes themselves, for `/api/openapi.json` (http/described.ts) and, as
 * types alone, for the client. The directory's shape is machines/directory.ts, that of refusals http/problem.ts.
 */
import { z } from 'zod';
import type { Phase } from '../machines/directory.ts';
import type { AmphitheatreId, PersonId, SessionId } from '../machines/ids.ts';
import type { SessionStateName } from '../machines/session/state.ts';
import type { ChoiceStatus } from '../machines/session/world.ts';
import type { DeskRow, SignInRealm } from '../machines/wire/frames.ts';

/** As read: nobody changes an answer. */
type Read<Value> = Value extends string | number | boolean | null
  ? Value
  : { readonly [Key in keyof Value]: Read<Value[Key]> };
type AnswerOf<Schema extends z.ZodType> = Read<z.infer<Schema>>;

// A brand is the types' alone: on the wire a number or a text.
const idOf = <Id extends number>() => z.int() as z.ZodInt & z.ZodType<Id>;
const personId = z.string() as z.ZodString & z.ZodType<PersonId>;

const ms = z.number().describe('Milliseconds since 1970');
const signInRealm = z.enum(['intern', 'mandatary', 'moderator'] satisfies readonly SignInRealm[]);
const phase = z.enum([
  'socle',
  'approfondissement',
  'consolidation',
  'ancienRegime',
  'fst',
] satisfies readonly Phase[]);
const sessionState = z.enum([
  'draft',
  'validated',
  'open',
  'running',
  'paused',
  'closed',
] satisfies readonly SessionStateName[]);

/** `GET /settings` */
const demoAccount = z.strictObject({
  realm: signInRealm,
  email: z.string(),
  name: z.string(),
  callOrder: z.int().nullable().describe('Of interns, and of the intern whom the holder chooses for'),
});
export const settings = z.strictObject({
  region: z.string(),
  agency: z.strictObject({ name: z.string(), phone: z.string(), email: z.string(), hours: z.string() }),
  usualReasons: z
    .strictObject({
      pause: z.array(z.string()),
      absence: z.array(z.string()),
      close: z.array(z.string()),
    })
    .describe('What moderators pick from instead of typing'),
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
  callOrder: z.int().nullable(),
  amphitheatre: idOf<AmphitheatreId>().nullable(),
  session: idOf<SessionId>().nullable(),
  forPerson: z.strictObject({ name: z.string(), firstName: z.string() }).nullable().describe('Holders only'),
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
  callOrder: z.int(),
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
  status: z.enum([
    'classic',
    'supernumeraryValidating',
    'supernumeraryNonValidating',
  ] satisfies readonly ChoiceStatus[]),
  mandate: z.boolean().describe('Somebody else chooses: a mandate that was accepted'),
  plannedAbsence: z.string().nullable().describe('The private reason; null where there is none'),
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
export const pending = z.strictObject({ answer: z.literal('pending'), detail: z.string() });

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
