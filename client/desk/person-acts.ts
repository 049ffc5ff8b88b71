/** What a moderator may do about a person of the queue, from what that person is now (domain §3): the row's menu. */
import type { PersonState } from '../../machines/session/state.ts';

export type PersonAct = 'markAbsent' | 'excuse' | 'lift' | 'callBack';

/** @param live the session runs or is paused: before and after it nothing is decided about a person here. */
export function personActs(kind: PersonState['kind'], live: boolean): readonly PersonAct[] {
  if (!live) return [];
  switch (kind) {
    case 'called':
      return ['markAbsent'];
    case 'waiting':
    case 'returned':
      return ['excuse'];
    case 'absent':
      return ['callBack', 'excuse'];
    case 'excused':
      return ['lift'];
    case 'chosen':
      return [];
    default:
      return kind satisfies never;
  }
}

/** Why there is no menu, in words: never an empty one. */
export function noActsReason(kind: PersonState['kind'], live: boolean): string {
  if (!live) return 'Aucune action\u00a0: la session n’est pas en cours.';
  return kind === 'chosen' ? 'Choix enregistré, il est définitif.' : 'Aucune action pour l’instant.';
}
