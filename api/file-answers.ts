/** What moderators are answered about one person's file, and what they send to change it. */
import { z } from 'zod';
import { visibleText } from '../machines/visible-text.ts';
import { callOrder, choiceStatus, ms, personId, phase, sessionState } from './answer-parts.ts';
import type { AnswerOf } from './answer-parts.ts';
import { plainText, emailAddress } from './http/input.ts';

/** `GET /desk/people?q=` */
const foundPerson = z.strictObject({
  person: personId,
  name: z.string(),
  firstName: z.string(),
  specialty: z.string(),
  callOrder: callOrder.nullable(),
  hasAccount: z.boolean(),
});
export const foundPeople = z.array(foundPerson);

/** `GET /desk/to-be-confirmed` */
const toConfirm = z.strictObject({
  person: personId,
  name: z.string(),
  firstName: z.string(),
  email: z.string(),
  rosterEmail: z.string(),
  startsAt: ms.describe('Of their session'),
});
export const accountsToConfirm = z.array(toConfirm);

const fileAct = z.strictObject({
  at: ms,
  by: z.string(),
  act: z.string(),
  detail: z.record(z.string(), z.unknown()),
  reason: z.string().nullable(),
});
/** `GET /desk/people/:person/file` */
export const personFile = z.strictObject({
  person: personId,
  ine: z.string(),
  name: z.string(),
  firstName: z.string(),
  birthName: z.string().nullable(),
  exam: z.string(),
  promotion: z.int(),
  regime: z.string(),
  specialty: z.string(),
  group: z.string(),
  phase,
  faculty: z.string(),
  email: z.string().describe('Of the roster; the account may have another'),
  phone: z.string(),
  validatedSemesters: z.int(),
  supernumerarySemesters: z.int(),
  researchYearSemesters: z.int(),
  researchLeaveSemesters: z.int(),
  seniority: z.int(),
  theoreticalPromotion: z.int(),
  nationalRank: z.int(),
  localRank: z.int(),
  localHeadcount: z.int(),
  presentHeadcount: z.int(),
  status: choiceStatus,
  place: z
    .strictObject({
      amphitheatre: z.int(),
      callOrder,
      session: z.int().nullable(),
      state: sessionState.nullable(),
      startsAt: ms.nullable(),
      frozen: z
        .boolean()
        .describe('A session of the amphitheatre has started: the list stays as it is called'),
    })
    .nullable(),
  account: z
    .strictObject({
      email: z.string(),
      phone: z.string(),
      createdAt: ms,
      lastUsedAt: ms.nullable(),
      toBeConfirmed: z.boolean(),
      confirmedAt: ms.nullable(),
      secretQuestion: z.string().nullable(),
      secretTriesLeft: z.int(),
    })
    .nullable(),
  signingUp: z
    .string()
    .nullable()
    .describe('The address that a link was mailed to and nobody has answered yet'),
  mandate: z.strictObject({ email: z.string(), acceptedAt: ms.nullable() }).nullable(),
  acts: z.array(fileAct).describe('What moderators did to this file, newest first'),
});

export const secretAnswerChecked = z.strictObject({ matches: z.boolean(), triesLeft: z.int() });
export const rosterCorrected = z.strictObject({
  callOrder: z.strictObject({ before: callOrder.nullable(), after: callOrder.nullable() }),
});

const LONGEST_REASON = 500; // characters
const reason = plainText.overwrite(visibleText).min(1).max(LONGEST_REASON);
const words = plainText.overwrite(visibleText).min(1).max(100);
const semesters = z.int().min(0).max(20);
const rank = z.int().min(1).max(100_000);
const changes = {
  name: words,
  firstName: words,
  birthName: words.nullable(),
  email: emailAddress,
  phone: plainText.trim().max(30),
  faculty: plainText.overwrite(visibleText).max(200),
  validatedSemesters: semesters,
  supernumerarySemesters: semesters,
  researchYearSemesters: semesters,
  researchLeaveSemesters: semesters,
  nationalRank: rank,
  localRank: rank,
};
export const correctRosterBody = z.strictObject({
  reason,
  changes: z.strictObject(changes).partial(),
});
export const withReasonBody = z.strictObject({ reason });
export const secretAnswerBody = z.strictObject({ answer: plainText.min(1).max(200) });
export const mergeBody = z.strictObject({ into: personId.regex(/^[0-9a-z]{10}$/), reason });

export type FoundPerson = AnswerOf<typeof foundPerson>;
export type AccountToConfirm = AnswerOf<typeof toConfirm>;
export type PersonFile = AnswerOf<typeof personFile>;
export type SecretAnswerChecked = AnswerOf<typeof secretAnswerChecked>;
export type RosterCorrected = AnswerOf<typeof rosterCorrected>;
export type RosterChanges = z.infer<typeof correctRosterBody>['changes'];
