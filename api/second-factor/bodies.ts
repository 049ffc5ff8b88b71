/** What browsers send of a second factor; WebAuthn's own JSON as far as it is read. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Context } from 'hono';
import { z } from 'zod';
import { visibleText } from '../../machines/visible-text.ts';
import { plainText } from '../http/input.ts';
import type { Config } from '../kit/config.ts';

const base64url = z.string().regex(/^[\w-]{1,8192}$/);
const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
  authenticatorAttachment: z.enum(['cross-platform', 'platform']).optional(),
};

/** Six digits; spaces that an application shows between them are forgiven. */
export const codeBody = z.strictObject({
  code: z
    .string()
    .max(12)
    .overwrite(text => text.replaceAll(/\s/g, ''))
    .regex(/^\d{6}$/),
});

export const shownPasskey = z.strictObject({
  ...credential,
  response: z.looseObject({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
}) as z.ZodType<AuthenticationResponseJSON>;

const madePasskey = z.strictObject({
  ...credential,
  response: z.looseObject({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(32)).max(8).optional(),
  }),
}) as z.ZodType<RegistrationResponseJSON>;

const LONGEST_NAME = 60; // characters
export const madePasskeyBody = z.strictObject({
  name: plainText.overwrite(visibleText).min(1).max(LONGEST_NAME),
  made: madePasskey,
});

/** One of ours: the door of origins has looked. Never of the Host that a request names: a stranger may name any. */
export const originOf = (context: Context, { publicUrl }: Pick<Config, 'publicUrl'>): string =>
  context.req.header('origin') ?? new URL(publicUrl).origin;
