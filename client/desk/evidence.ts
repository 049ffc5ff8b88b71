/** What the server saw of a person: their absences with the evidence kept, choices that came too late. From the journal's rows. Pure. */
import { clockTime } from '../../machines/french-time.ts';
import type { Ms, PersonId, PostId } from '../../machines/ids.ts';
import type { Evidence, Fact } from '../../machines/session/facts.ts';
import type { DeskRow } from '../../machines/wire/frames.ts';
import { plural } from '../ui/format.ts';

export interface AbsenceSeen {
  readonly seq: number;
  readonly fact: Extract<Fact, { kind: 'absent' }>;
}

/** The last absence among the rows at hand; undefined where it is further back, or none. */
export function lastAbsence(rows: readonly DeskRow[], person: PersonId): AbsenceSeen | undefined {
  const seen = rows.flatMap(({ seq, facts }) =>
    facts.flatMap(fact => (fact.kind === 'absent' && fact.person === person ? [{ seq, fact }] : [])),
  );
  return seen.at(-1);
}

export interface LateChoice {
  readonly seq: number;
  readonly post: PostId;
  readonly receivedAt: Ms;
}

/** A choice received too late: stands beside the absence, moderators may call back (domain §3). */
export function lateChoices(rows: readonly DeskRow[], person: PersonId): readonly LateChoice[] {
  return rows.flatMap(({ seq, facts }) =>
    facts.flatMap(fact =>
      fact.kind === 'lateChoice' && fact.person === person
        ? [{ seq, post: fact.post, receivedAt: fact.receivedAt }]
        : [],
    ),
  );
}

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
