/** What the routes of accounts answer: shapes for OpenAPI, types for the client. */
import { z } from 'zod';
import { SIGN_IN_REALMS } from './http/api.ts';

/** `POST /password/link` */
export const resettingAccount = z.strictObject({
  realm: z.enum(SIGN_IN_REALMS),
  email: z.string(),
  name: z.string(),
  firstName: z.string().nullable(),
});
export type ResettingAccount = z.infer<typeof resettingAccount>;
