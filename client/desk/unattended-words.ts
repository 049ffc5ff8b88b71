/** What is said of live sessions with no moderator in their room, and on which pages. Pure. */
import type { UnattendedSession } from '../http/answers.ts';

/** The day board says it itself; a room that is open has somebody in it, and hears of the others. */
export const isDeskPage = (path: string): boolean => /^\/(?:salle|etats)(?:\/|$)/u.test(path);

/** «Chirurgie, phase socle, session 2». */
export const unattendedTitle = ({ title, number }: UnattendedSession): string =>
  `${title}, session ${number}`;

/** What is read aloud when there are some that were not there before; null where nothing is new. */
export function unattendedTold(
  before: ReadonlySet<number>,
  now: readonly UnattendedSession[],
): string | null {
  const fresh = now.filter(({ session }) => !before.has(session));
  if (fresh.length === 0) return null;
  return `Personne de l’ARS dans la salle\u00a0: ${fresh.map(unattendedTitle).join('\u202f; ')}.`;
}
