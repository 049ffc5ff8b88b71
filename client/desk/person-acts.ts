/** What a moderator may do about a person of the queue, from what that person is now (domain §3, §4): the row's menu. */
import type { PublicSession } from '../../machines/session/public-state.ts';
import type { PersonState } from '../../machines/session/state.ts';
import { isLive, isToCome } from './desk-command.ts';

export type PersonAct = 'markAbsent' | 'excuse' | 'lift' | 'callBack' | 'setStatus';

/** Before a session begins the tables take planned absences and statuses; once it is closed nothing is taken here. */
export type Phase = 'toCome' | 'live' | 'over';

export const phaseOf = (session: Pick<PublicSession, 'state'>): Phase =>
  isLive(session) ? 'live' : isToCome(session) ? 'toCome' : 'over';

export function personActs(kind: PersonState['kind'], phase: Phase): readonly PersonAct[] {
  if (phase === 'over') return [];
  switch (kind) {
    case 'called':
      return ['markAbsent', 'setStatus'];
    case 'waiting':
    case 'returned':
      return ['excuse', 'setStatus'];
    case 'absent':
      return phase === 'live' ? ['callBack', 'excuse', 'setStatus'] : ['excuse', 'setStatus'];
    case 'excused':
      return ['lift', 'setStatus'];
    case 'chosen':
      return [];
    default:
      return kind satisfies never;
  }
}

/** Why there is no menu, in words: never an empty one. */
export function noActsReason(kind: PersonState['kind'], phase: Phase): string {
  if (phase === 'over') return 'Aucune action\u00a0: la session est close.';
  return kind === 'chosen' ? 'Choix enregistré, il est définitif.' : 'Aucune action pour l’instant.';
}
