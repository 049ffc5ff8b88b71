/** What closing a session leaves to be done: how many, and what happens to them (domain §3, carried over). Pure. */
import { hour } from '../../machines/french-time.ts';
import type { PublicSession } from '../../machines/session/public-state.ts';
import { plural } from '../ui/format.ts';
import type { DeskQueue } from './queue.ts';
import { nextSession } from './room-session.ts';

interface Closing {
  readonly queue: DeskQueue;
  readonly session: PublicSession;
  readonly sessions: readonly PublicSession[];
}

/** A sentence each, none where everybody has chosen. */
export function remaining({ queue, session, sessions }: Closing): readonly string[] {
  const next = nextSession(sessions, session);
  const at = next === null || next.startsAt === null ? '' : `, à ${hour(next.startsAt)}`;
  const where = next === null ? 'sur la liste à affecter' : `dans l’appel de la session ${next.number}${at}`;
  const after = next === null ? where : `${where}, avant ses propres internes`;
  const { coming, absent, planned, passed } = queue;
  return [
    ...(coming.length === 0
      ? []
      : [
          `${plural(coming.length, 'interne sans choix', 'internes sans choix')}\u00a0: ${after}, sans absence.`,
        ]),
    ...(absent.length === 0
      ? []
      : [
          `${plural(absent.length, 'absence', 'absences')}\u00a0: ${where}${next === null ? '' : ', en absence'}.`,
        ]),
    ...(planned.length === 0
      ? []
      : [`${plural(planned.length, 'absence prévue', 'absences prévues')}\u00a0: ${where}.`]),
    ...(passed.length === 0
      ? []
      : [
          `${plural(passed.length, 'tour passé', 'tours passés')} sans poste possible\u00a0: sur la liste à affecter.`,
        ]),
  ];
}
