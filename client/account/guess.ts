/** How guessable a password is, judged in the browser as the server will; the dictionaries come when somebody writes one. */
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { guessFault, lengthFault, partsToJudge, wordsOfOneself } from '../../machines/password.ts';
import type { PasswordFault } from '../../machines/password.ts';

let loading: Promise<ZxcvbnFactory> | null = null;

/** Begun when the field is entered, so that they are there by the time one has written. */
export function loadGuessing(): Promise<ZxcvbnFactory> {
  loading ??= load().catch((error: unknown) => {
    loading = null; // the line was down: asked again the next time
    throw error;
  });
  return loading;
}

async function load(): Promise<ZxcvbnFactory> {
  const [core, known, french] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-fr'),
  ]);
  const dictionary = { ...known.dictionary, ...french.dictionary };
  return new core.ZxcvbnFactory({ graphs: known.adjacencyGraphs, dictionary });
}

/** @returns null where it may be taken; also where the dictionaries did not come: the server judges in any case. */
export async function passwordFault(password: string, own: readonly string[]): Promise<PasswordFault | null> {
  const wrong = lengthFault(password);
  if (wrong !== null) return wrong;
  const zxcvbn = await loadGuessing().catch(() => null);
  if (zxcvbn === null) return null;
  const words = wordsOfOneself(own);
  return guessFault(partsToJudge(password).map(part => zxcvbn.check(part, words).score));
}
