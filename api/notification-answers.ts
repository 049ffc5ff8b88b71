/** What the routes of notifications and push answer: for them, for `/api/openapi.json`, and as types for the client. */
import { z } from 'zod';
import { kindsOfNotification } from '../machines/notification-kinds.ts';
import type { CHANNELS, NotificationKind } from '../machines/notification-kinds.ts';
import { choiceStatus, ms } from './answer-parts.ts';
import type { AnswerOf } from './answer-parts.ts';

// A change of the offer is named by what it was.
const isOneEntry = (kind: NotificationKind): kind is Exclude<NotificationKind, 'offerChanged'> =>
  kind !== 'offerChanged';

const aboutRequest = z.strictObject({
  status: choiceStatus.describe('What was asked for'),
  decision: z
    .enum(['approved', 'refused'])
    .nullable()
    .describe('As it now stands; a refusal’s reason is the entry’s `text`'),
});
const aboutMandate = z.strictObject({
  who: z.string().nullable().describe('The holder’s address, or to the holder the intern; null once erased'),
  toHolder: z.boolean().describe('Told to the holder'),
  accepted: z.boolean().describe('It had been accepted'),
  endedBy: z.enum(['intern', 'mandatary', 'semester']).nullable(),
});

/** One entry of the bell. The client words it: `kind` says which of the fields it has. */
const bellEntry = z.strictObject({
  key: z.string(),
  at: ms,
  kind: z.enum([...kindsOfNotification.filter(isOneEntry), 'postsAdded', 'postBlocked', 'postOffered']),
  text: z.string().nullable().describe('What the agency wrote, or the reason that it gave'),
  posts: z
    .array(z.strictObject({ number: z.string(), service: z.string(), establishment: z.string() }))
    .describe('Of a notice about the offer'),
  favourite: z.boolean().describe('One of these posts, or its service, is a favourite'),
  ahead: z.int().nullable(),
  until: ms.nullable().describe('Of a turn: when its clock ends'),
  awaited: z.boolean().describe('Of a turn: called while nobody was connected'),
  startsAt: ms.nullable().describe('Of a session that opened or moved'),
  service: z.string().nullable().describe('Of a choice; null: it was taken back'),
  establishment: z.string().nullable(),
  request: aboutRequest.nullable().describe('Of a request for another kind of choice; null: taken back'),
  mandate: aboutMandate.nullable(),
  erased: z.boolean().describe('The request, or the mandate, went with its semester'),
  read: z.boolean().describe('Alone, or with everything up to `readAt`'),
});
export const bellPage = z.strictObject({
  entries: z.array(bellEntry).describe('Newest first'),
  before: z.string().nullable().describe('What to ask the next page with; null: that was all'),
  unread: z.int().describe('Up to 100 are counted'),
  readAt: ms.nullable(),
});

const wayOff = z.enum(['evidence', 'unsent']);
const way = z.strictObject({
  wanted: z.boolean(),
  fixed: wayOff.nullable().describe('Why it cannot be changed'),
});
export const notificationSettings = z.strictObject({
  pushKey: z
    .string()
    .nullable()
    .describe('For `PushManager.subscribe`; null: this installation sends no push'),
  kinds: z.array(
    z.strictObject({ kind: z.enum(kindsOfNotification), mail: way, push: way } satisfies Record<
      'kind' | (typeof CHANNELS)[number],
      z.ZodType
    >),
  ),
  devices: z.array(
    z.strictObject({
      id: z.int(),
      device: z.string().describe('As its browser names itself'),
      since: ms,
      lastSentAt: ms.nullable(),
      own: z.boolean().describe('The browser that asks'),
    }),
  ),
});

export type BellEntry = AnswerOf<typeof bellEntry>;
export type BellPage = AnswerOf<typeof bellPage>;
export type NotificationSettings = AnswerOf<typeof notificationSettings>;
