/**
 * The refresh token, `mark.value`: kept as a hash, another value at each use. The next one is derived from the present
 * one, so that two tabs that refresh at once, or a phone that lost the answer, are given the same one again. The mark
 * stays for the login's life: a token of long ago is known for one of its own (ASVS 10.4.5).
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';

export const newRefreshToken = (): string => `${randomText(16)}.${randomText(32)}`;

/** Cannot be foreseen without the secret: an old token tells nothing of the present one. */
export function nextRefreshToken(secret: string, token: string): string {
  const next = createHmac('sha256', secret).update('refresh\0').update(token).digest('base64url');
  const mark = markOf(token);
  return mark === null ? next : `${mark}.${next}`;
}

export const refreshHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Of the mark; null where the token has none: made before there were marks, or nothing of ours. */
export function refreshFamily(token: string): Buffer | null {
  const mark = markOf(token);
  return mark === null ? null : refreshHash(mark);
}

const randomText = (bytes: number): string => randomBytes(bytes).toString('base64url');

const markOf = (token: string): string | null => /^([\w-]+)\./.exec(token)?.[1] ?? null;
