/**
 * What a new password must be, on both sides alike (CNIL 2022-100, ASVS 6.2): 12 to 128 characters of any kind, and not
 * easily guessed. How guessable it is the callers ask zxcvbn, whose dictionaries are too large for this room.
 */

export const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 128;

/** Of zxcvbn's 0 to 4: «safely unguessable», 10⁸ tries at least. */
const LEAST_SCORE = 3;

export type PasswordFault = 'tooShort' | 'tooLong' | 'guessable';

/** Counted in characters as they are read, so that an emoji is one. Nothing is trimmed or folded (ASVS 6.2.8). */
export function lengthFault(password: string): PasswordFault | null {
  const { length } = Array.from(password);
  if (length < SHORTEST_PASSWORD) return 'tooShort';
  return length > LONGEST_PASSWORD ? 'tooLong' : null;
}

/** @param scores of each part of `partsToJudge`: one strong part is enough, what stands beside it only adds to it. */
export const guessFault = (scores: readonly number[]): PasswordFault | null =>
  Math.max(...scores) >= LEAST_SCORE ? null : 'guessable';

const PART = 32;

/** Judging costs more than the square of the length, so a long sentence is judged by its beginning and its end. */
export const partsToJudge = (password: string): readonly string[] =>
  password.length <= PART ? [password] : [password.slice(0, PART), password.slice(-PART)];

const OF_THIS_HOUSE = ['interne', 'internes', 'internat', 'amphitheatre', 'choix', 'poste', 'ars', 'dci'];

/** What somebody who knows the person would try first, in words (ASVS 6.2.11). @param own name, first name, e-mail … */
export const wordsOfOneself = (own: readonly string[]): string[] => [
  ...OF_THIS_HOUSE,
  ...own.flatMap(text => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter(word => word.length > 2),
];

const SENTENCES: Readonly<Record<PasswordFault, string>> = {
  tooShort: `Au moins ${SHORTEST_PASSWORD} caractères\u00a0: une phrase de quatre ou cinq mots convient très bien.`,
  tooLong: `Au plus ${LONGEST_PASSWORD} caractères.`,
  guessable:
    'Ce mot de passe se devine facilement. Évitez votre nom, les suites de touches et les mots de passe connus\u202f; quatre ou cinq mots sans rapport conviennent très bien.',
};

export const passwordFaultText = (fault: PasswordFault): string => SENTENCES[fault];
