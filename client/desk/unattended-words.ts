/** What is said of sessions with no moderator in their room, and on which pages. Pure. */
import { hour } from '../../machines/french-time.ts';
import type { UnattendedSession } from '../http/answers.ts';

/** Everywhere but on the day board, which says it itself, and in an intern’s room on a shared computer: a turn may be on. */
export const isAlertedAt = (path: string): boolean =>
  !/^\/(?:journee|ma-session|procuration|amphi-blanc)(?:\/|$)/u.test(path);

/** One that waited, and runs without anybody then, is told again. */
export const unattendedKey = ({ session, why }: UnattendedSession): string => `${session} ${why}`;

/** «Chirurgie, phase socle, session 2»; of one that waits «…, attend l’ARS pour démarrer depuis 9 h». */
export function unattendedTitle({ title, number, why, startsAt }: UnattendedSession): string {
  const session = `${title}, session ${number}`;
  if (why === 'live') return session;
  return `${session}, attend l’ARS pour démarrer${startsAt === null ? '' : ` depuis ${hour(startsAt)}`}`;
}

/** What is read aloud when there are some that were not there before; null where nothing is new. */
export function unattendedTold(
  before: ReadonlySet<string>,
  now: readonly UnattendedSession[],
): string | null {
  const fresh = now.filter(one => !before.has(unattendedKey(one)));
  if (fresh.length === 0) return null;
  return `Personne de l’ARS dans la salle\u00a0: ${fresh.map(unattendedTitle).join('\u202f; ')}.`;
}
