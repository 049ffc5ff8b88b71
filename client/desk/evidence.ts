/** What the server saw of a person, in words: the evidence of an absence, choices that came too late, where they stand. Pure. */
import { clockTime } from '../../machines/french-time.ts';
import type { Evidence } from '../../machines/session/facts.ts';
import type { Line } from '../../machines/session/lasting.ts';
import type { PublicSession } from '../../machines/session/public-state.ts';
import { plural } from '../ui/format.ts';

/** The rule that made the absence, in words. */
const RULES: Readonly<Record<string, string>> = {
  A1: 'Hors ligne pendant toute la fenêtre de connexion',
  A2: 'Hors ligne à la fin du temps',
  A3: 'En ligne à la fin du temps, sans choix',
};

/** «Ce que le serveur a vu»: pairs of a word and its value. */
export function evidenceRows(evidence: Evidence): readonly (readonly [string, string])[] {
  const { rule, calledAt, connectedAtDeadline, lastSeenAt, lastSeenWhere } = evidence;
  const where = lastSeenWhere === undefined ? '' : `, serveur ${lastSeenWhere}`;
  return [
    ['Règle', RULES[rule] === undefined ? rule : `${RULES[rule]} (${rule})`],
    ['Appel', clockTime(calledAt)],
    [
      // Of whoever was there nobody saw a last time: the connection began then, and lasted.
      connectedAtDeadline ? 'En ligne depuis' : 'Connexion vue en dernier',
      lastSeenAt === null ? 'Jamais' : `${clockTime(lastSeenAt)}${where}`,
    ],
    ['À l’échéance', connectedAtDeadline ? 'En ligne' : 'Hors ligne'],
  ];
}

/** «2 choix reçus trop tard»; empty where there is none. */
export const lateText = (count: number): string =>
  count === 0 ? '' : plural(count, 'choix reçu trop tard', 'choix reçus trop tard');

/** «ligne 45», «session 1, ligne 45»: of another session than the one shown it says so. */
export function lineText(
  { session, seq }: Pick<Line, 'session' | 'seq'>,
  { session: shown, sessions }: Shown,
): string {
  const other = session === shown.id ? undefined : sessions.find(({ id }) => id === session);
  return other === undefined ? `ligne ${seq}` : `session ${other.number}, ligne ${seq}`;
}

interface Shown {
  readonly session: Pick<PublicSession, 'id'>;
  readonly sessions: readonly Pick<PublicSession, 'id' | 'number'>[];
}
