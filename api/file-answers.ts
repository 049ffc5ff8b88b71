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
  specialtyId: z.int(),
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

const pair = <Value extends z.ZodType>(value: Value) => z.strictObject({ before: value, after: value });
/** What a correction does, or would do (`POST …/roster/preview`). */
export const rosterEffect = z.strictObject({
  amphitheatre: pair(z.string()).describe('Its title'),
  theoreticalPromotion: pair(z.int()),
  localHeadcount: pair(z.int()),
  updatedRank: pair(z.int()).describe('As shown'),
  callOrder: pair(callOrder.nullable()),
  startsAt: pair(ms.nullable()),
  othersHeadcount: z.int().describe('Others whose local headcount changes with it'),
  othersOrder: z.int().describe('Others whose call order changes'),
  othersHour: z.int().describe('Others whose hour changes: mailed, where it was published'),
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
  specialtyId: z.int32().min(1),
  promotion: z.int().min(1980).max(2100),
  validatedSemesters: semesters,
  supernumerarySemesters: semesters,
  researchYearSemesters: semesters,
  researchLeaveSemesters: semesters,
  nationalRank: rank,
  localRank: rank,
  localHeadcount: rank,
};
export const correctRosterBody = z.strictObject({
  reason,
  changes: z.strictObject(changes).partial(),
  seen: rosterEffect.optional().describe('What the preview showed: refused where it is another by now'),
});
export const previewRosterBody = correctRosterBody.pick({ changes: true });
export const withReasonBody = z.strictObject({ reason });
export const deleteAccountBody = z.strictObject({
  reason,
  email: emailAddress.describe('Of the account as it was shown: another one that was made since stays'),
});
export const secretAnswerBody = z.strictObject({ answer: plainText.min(1).max(200) });
export const mergeBody = z.strictObject({ into: personId.regex(/^[0-9a-z]{10}$/), reason });

export type FoundPerson = AnswerOf<typeof foundPerson>;
export type AccountToConfirm = AnswerOf<typeof toConfirm>;
export type PersonFile = AnswerOf<typeof personFile>;
export type SecretAnswerChecked = AnswerOf<typeof secretAnswerChecked>;
export type RosterEffect = AnswerOf<typeof rosterEffect>;
export type RosterChanges = z.infer<typeof correctRosterBody>['changes'];
