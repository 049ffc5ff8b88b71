/**
 * The token in the link that a reader of an establishment is mailed. The database holds its hash alone: the worker,
 * which writes the letter, derives the token again from the secret that signs the sign-ins.
 */
import { createHash, createHmac } from 'node:crypto';

/** 256 bits, of which nothing can be foreseen without the secret. @param grantedAt in ms: another database numbers alike. */
export const readerToken = (secret: string, reader: number, grantedAt: number): string =>
  createHmac('sha256', secret).update(`establishment reader\0${reader}\0${grantedAt}`).digest('base64url');

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
