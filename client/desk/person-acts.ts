/** What a moderator may do about a person of the queue, from what that person is now: the row's menu. Pure. */
import { mayLengthenTurn } from '../../machines/session/beforehand.ts';
import type { PublicSession } from '../../machines/session/public-state.ts';
import type { PersonState } from '../../machines/session/state.ts';
import { isLive, isToCome } from './desk-command.ts';
import { mayAct } from './may-act.ts';
import type { StateAct, TurnAct } from './may-act.ts';
import type { Situation } from './specimen.ts';

/** `setExtraTurn` is no command of a session: the tables hold it. */
export type PersonAct = TurnAct | StateAct | 'setExtraTurn';

/** In the order they are shown. */
const EVERY: readonly Exclude<PersonAct, 'setExtraTurn'>[] = [
  'callBack',
  'lift',
  'readPhone',
  'prolong',
  'chooseOnBehalf',
  'markAbsent',
  'pass',
  'excuse',
  'correct',
  'assign',
  'setStatus',
  'message',
];

/** What the tables take before a session begins, where the rules about the person take it (domain §3, §4). */
const OF_THE_TABLES: readonly PersonAct[] = ['lift', 'excuse', 'setStatus'];

/** Of the real sessions it is done from the list «À affecter», which knows no rehearsal. */
const OF_A_REHEARSAL: readonly PersonAct[] = ['assign'];

export type Phase = 'toCome' | 'live' | 'over';

export const phaseOf = (session: Pick<PublicSession, 'state'>): Phase =>
  isLive(session) ? 'live' : isToCome(session) ? 'toCome' : 'over';

export function personActs(kind: PersonState['kind'], situation: Situation): readonly PersonAct[] {
  if (phaseOf({ state: situation.session }) === 'toCome') {
    if (situation.rehearsal === true) return ['readPhone'];
    const begun: Situation = { ...situation, session: 'running', mode: 'awaited' };
    const taken = EVERY.filter(act => OF_THE_TABLES.includes(act) && mayAct(act, begun, kind) === null);
    return ['readPhone', ...taken, ...beforehand(kind, situation)];
  }
  const offered = situation.rehearsal === true ? EVERY : EVERY.filter(act => !OF_A_REHEARSAL.includes(act));
  return [...offered.filter(act => mayAct(act, situation, kind) === null), ...beforehand(kind, situation)];
}

/** A longer turn: for whoever has not chosen yet, as a status is, and before the session that will call them. */
function beforehand(kind: PersonState['kind'], situation: Situation): readonly PersonAct[] {
  const { session: own, around, rehearsal } = situation;
  if (around === undefined || rehearsal === true) return [];
  const begun: Situation = { ...situation, session: 'running', mode: 'awaited' };
  const open = mayAct('setStatus', begun, kind) === null && mayLengthenTurn({ own, ...around }) === null;
  return open ? ['setExtraTurn'] : [];
}

/** What a rehearsal cannot take, and why, in words; null in a real session. */
export function notRehearsed({ rehearsal, session }: Situation): string | null {
  if (rehearsal !== true) return null;
  return phaseOf({ state: session }) === 'toCome'
    ? 'Amphi blanc\u00a0: avant son début, absence prévue, type de choix et tour plus long se règlent dans la vraie session, l’amphi blanc les reprend au démarrage.'
    : 'Amphi blanc\u00a0: ce que vous faites ici ne vaut qu’ici. Un tour plus long et une procuration se règlent dans la vraie session\u202f; l’amphi blanc garde ceux de son début.';
}

/** Why there is no menu, in words: never an empty one. */
export function noActsReason(kind: PersonState['kind'], situation: Situation): string {
  if (situation.session === 'closed') return 'Aucune action\u00a0: la session est close.';
  return kind === 'chosen' ? 'Choix enregistré, il est définitif.' : 'Aucune action pour l’instant.';
}
