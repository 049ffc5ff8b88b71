/**
 * The refresh token: opaque, kept as a hash, another one at each use. The next one is derived from the present one,
 * so that two tabs that refresh at once, or a phone that lost the answer, are given the same one again.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';

export const newRefreshToken = (): string => randomBytes(32).toString('base64url');

/** Cannot be foreseen without the secret: an old token tells nothing of the present one. */
export function nextRefreshToken(secret: string, token: string): string {
  return createHmac('sha256', secret).update('refresh\0').update(token).digest('base64url');
}

export const refreshHash = (token: string): Buffer => createHash('sha256').update(token).digest();
