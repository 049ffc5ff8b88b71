/** What moderators send, each shape once: for the routes (`routes/desk-*.ts`) and, as types alone, for the client. */
import { z } from 'zod';
import type { PersonId, PostId, ServiceId, SessionId, SpecialtyId } from '../machines/ids.ts';
import { PERSON_KINDS } from '../machines/session/person-kinds.ts';
import type { SessionStateName } from '../machines/session/state.ts';
import { EXTRA_TURN_SECONDS, SETTING_LIMITS } from '../machines/session/settings-limits.ts';
import { visibleText } from '../machines/visible-text.ts';
import { choiceStatus } from './answer-parts.ts';
import { plainText } from './http/input.ts';

const idOf = <Id extends number>() => z.int32().positive() as unknown as z.ZodInt32 & z.ZodType<Id>;
const personId = z.string().regex(/^[0-9a-z]{10}$/) as z.ZodString & z.ZodType<PersonId>;
const within = ({ min, max }: { readonly min: number; readonly max: number }) => z.int().min(min).max(max);

const LONGEST_REASON = 500; // characters
const LONGEST_NAME = 200; // characters, of what a post is described with
const reason = plainText.overwrite(visibleText).min(1).max(LONGEST_REASON);
const words = plainText.trim().max(LONGEST_NAME);

/** What the moderator saw the person as: `STALE` where that has changed (domain §3). */
const seenAs = z.enum(PERSON_KINDS);

/** Nothing to say beside the address. */
export const emptyBody = z.strictObject({});
/** `request`: of a reading that was asked before and has been recorded since; it is not recorded twice. */
export const phoneBody = z.strictObject({ request: z.int().min(1).optional() });
export const reasonBody = z.strictObject({ reason });
export const withdrawBody = z.strictObject({
  reason,
  on: z
    .enum(['validated', 'open'] satisfies readonly SessionStateName[])
    .describe('The state it was decided on'),
});

const rehearsal = idOf<SessionId>()
  .optional()
  .describe('Of this rehearsal (*amphi blanc*) alone: it counts there and nowhere else');

/** `on` left out: whatever it is. */
export const statusBody = z.strictObject({
  status: choiceStatus,
  on: choiceStatus.optional(),
  reason,
  rehearsal,
});
export const plannedAbsenceBody = z.strictObject({ reason, on: seenAs.optional() });
export const extraTurnBody = z.strictObject({
  seconds: within(EXTRA_TURN_SECONDS),
  on: z.int().min(0).describe('The length in seconds it was decided on'),
  reason,
});
export const correctionBody = z.strictObject({
  from: idOf<PostId>().describe('The post it was decided on'),
  to: idOf<PostId>().nullable().describe('null: the choice is taken back'),
  reason,
  rehearsal,
});
export const assignmentBody = z.strictObject({
  post: idOf<PostId>(),
  on: seenAs,
  reason,
  offline: z.boolean().describe('Decided by telephone while the service was down'),
  rehearsal,
});
export const withoutPostBody = z.strictObject({ on: seenAs, reason, rehearsal });

const MOST_IN_A_SESSION = 1_000;
export const cutBody = z.strictObject({
  perSession: z.int().min(1).max(MOST_IN_A_SESSION),
  first: z.string().describe('Wall clock of Paris, `2027-03-22T09:00`'),
});

export const addPersonBody = z.strictObject({ person: personId, reason });

const MOST_ROWS = 50;
const MOST_SEATS = 50; // of one row
const LONGEST_NUMBER = 40; // characters
const addedPosts = z.strictObject({
  number: plainText.trim().min(1).max(LONGEST_NUMBER),
  service: idOf<ServiceId>(),
  accreditation: words,
  reservedFor: idOf<SpecialtyId>().nullable(),
  earmark: words.min(1).nullable(),
  seats: z.int().min(1).max(MOST_SEATS).describe('More than one: numbered number-1 to number-n'),
});
export const addPostsBody = z.strictObject({ posts: z.array(addedPosts).min(1).max(MOST_ROWS), reason });
export const blockedBody = z.strictObject({ blocked: z.boolean(), reason });

export const settingsBody = z.strictObject({
  turnSeconds: within(SETTING_LIMITS.turnSeconds),
  windowSeconds: within(SETTING_LIMITS.windowSeconds),
  absenteesGraceSeconds: within(SETTING_LIMITS.absenteesGraceSeconds),
  returnsAllowed: within(SETTING_LIMITS.returnsAllowed),
  pauseAfterAbsences: within(SETTING_LIMITS.pauseAfterAbsences).describe('0: never'),
  supernumeraryCap: within(SETTING_LIMITS.supernumeraryCap).nullable().describe('null: no cap'),
  scheduledStart: z.boolean().describe('Each session starts by itself at its hour'),
});

/** As they are read: what stands in the tables may be outside the limits of what is sent. */
const seenSettings = z.strictObject({
  turnSeconds: z.number(),
  windowSeconds: z.number(),
  absenteesGraceSeconds: z.number(),
  returnsAllowed: z.number(),
  pauseAfterAbsences: z.number(),
  supernumeraryCap: z.number().nullable(),
  scheduledStart: z.boolean(),
  sessions: z.array(idOf<SessionId>()).describe('Those still to start, whose settings they are'),
});
export const settingsChangeBody = settingsBody.extend({
  on: seenSettings.describe('What it was decided on: STALE where it is another now'),
});

export type WithdrawBody = z.infer<typeof withdrawBody>;
export type AssignmentBody = z.infer<typeof assignmentBody>;
export type WithoutPostBody = z.infer<typeof withoutPostBody>;
export type AddPostsBody = z.infer<typeof addPostsBody>;
export type SettingsBody = z.infer<typeof settingsBody>;
export type SettingsChange = z.infer<typeof settingsChangeBody>;
