/** What administrators are answered about moderators' accounts, and what they send. */
import { z } from 'zod';
import { visibleText } from '../machines/visible-text.ts';
import { ms } from './answer-parts.ts';
import type { AnswerOf } from './answer-parts.ts';
import { emailAddress, plainText } from './http/input.ts';

/** `GET /desk/moderators` */
const listedModerator = z.strictObject({
  id: z.int(),
  name: z.string(),
  email: z.string(),
  administrator: z.boolean(),
  state: z
    .enum(['invited', 'expired', 'active', 'demo'])
    .describe('expired: the invitation was not accepted'),
  createdAt: ms,
  lastUsedAt: ms.nullable(),
  secondFactor: z.boolean(),
});
export const moderators = z.array(listedModerator);

/** `POST /invitation/link` */
export const invitedModerator = z.strictObject({ email: z.string(), name: z.string() });

const LONGEST_NAME = 100; // characters
export const inviteBody = z.strictObject({
  email: emailAddress,
  name: plainText.overwrite(visibleText).min(1).max(LONGEST_NAME),
  administrator: z.boolean(),
});
export const administratorBody = z.strictObject({ administrator: z.boolean() });

export type ListedModerator = AnswerOf<typeof listedModerator>;
export type InvitedModerator = AnswerOf<typeof invitedModerator>;
export type InviteBody = z.infer<typeof inviteBody>;
