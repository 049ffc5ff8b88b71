/**
 * The token in a mailed link. The database holds its hash alone: the worker, which writes the letter, derives the token
 * again from the secret that signs the sign-ins.
 */
import { createHash, createHmac } from 'node:crypto';
import type { Ms } from '../../machines/ids.ts';

/** 256 bits, of which nothing can be foreseen without the secret. @param createdAt another database numbers alike. */
export const linkToken = (secret: string, link: number, createdAt: Ms): string =>
  createHmac('sha256', secret).update(`mailed link\0${link}\0${createdAt}`).digest('base64url');

export const linkHash = (token: string): Buffer => createHash('sha256').update(token).digest();
