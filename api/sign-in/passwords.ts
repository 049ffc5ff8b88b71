/** Passwords: argon2id, 19 MiB, two passes (OWASP's first choice), 9 ms outside the event loop. */
import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { z } from 'zod';
import { spokenAnswer } from './spoken-answer.ts';
import { fairlyAtOnce } from '../kit/at-once.ts';

/** In a request: taken exactly as it was written (ASVS 6.2.8); 128 characters of any script fit, a megabyte does not. */
export const writtenPassword = z.string().max(1_000);

/** A crowd that signs in, or guesses, leaves half the machine to those who choose, and one of Node's four threads to all else. */
const inTurn = fairlyAtOnce(Math.min(3, Math.max(1, Math.floor(availableParallelism() / 2))));
/** Of those who set a password, with a mailed link or another password shown. */
const NEW_PASSWORDS = 'new passwords';

const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }; // KiB, passes; the algorithm is the default

export function hashPassword(password: string): Promise<string> {
  return inTurn(NEW_PASSWORDS, () => hash(password, ARGON2ID));
}

// Of a password nobody knows: compared with where there is no account, so that the answer takes the same time.
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$En5BkHsUHvmhm5DpXxWkYg$XciyN9pDoTxRaj6c4+bZZyOk02NOLhp8W/4fGT056l8';

/**
 * @param stored null where there is no such account, or it has no password yet: false, after the same time.
 * @param from whose tries wait for each other, where many come at once: a network address
 */
export async function passwordMatches(
  stored: string | null,
  password: string,
  from: string,
): Promise<boolean> {
  const matches = await inTurn(from, () => verify(stored ?? NOBODY, password));
  return matches && stored !== null;
}

export const hashSecretAnswer = (answer: string): Promise<string> => hashPassword(spokenAnswer(answer));
