/** A secret that the server must read again (an application's, RFC 6238): sealed in the database by a key that is not in it. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** @param tokenSecret the setting TOKEN_SECRET @returns iv, tag and ciphertext, in this order. */
export function sealSecret(tokenSecret: string, secret: Uint8Array): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(tokenSecret), iv);
  const body = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** @returns null where it was changed, or sealed under another TOKEN_SECRET. */
export function openSecret(tokenSecret: string, sealed: Uint8Array): Buffer | null {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv(CIPHER, keyOf(tokenSecret), bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const opened = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
  try {
    decipher.final(); // its one complaint: the tag is not that of these bytes under this key
  } catch {
    return null;
  }
  return opened;
}

const keyOf = (tokenSecret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', tokenSecret, '', 'second factor', 32));
