/** When there may be a rehearsal (*amphi blanc*, domain §2): one function each for the act, its refusal and its missing button. */
import type { Refusal } from './refusal.ts';
import type { SessionStateName } from './session/state.ts';

/** The sessions of one amphitheatre, rehearsals apart. */
export interface BesideRehearsal {
  readonly sessions: readonly { readonly state: SessionStateName }[];
  readonly rehearsals: readonly { readonly number: number; readonly state: SessionStateName }[];
}

const LIVE: readonly SessionStateName[] = ['running', 'paused'];
const isLive = ({ state }: { readonly state: SessionStateName }): boolean => LIVE.includes(state);
const hasBegun = (session: { readonly state: SessionStateName }): boolean =>
  isLive(session) || session.state === 'closed';

/** Prepared any number of times, one after another, until the amphitheatre's first start. */
export function mayRehearse({ sessions, rehearsals }: BesideRehearsal): Refusal | null {
  if (sessions.some(hasBegun)) return { code: 'ALREADY_STARTED' };
  const open = rehearsals.find(({ state }) => state !== 'closed');
  return open ? { code: 'REHEARSAL_OPEN', number: open.number } : null;
}

/** A rehearsal starts until the amphitheatre's first start only. */
export const mayStartRehearsal = ({ sessions }: Pick<BesideRehearsal, 'sessions'>): Refusal | null =>
  sessions.some(hasBegun) ? { code: 'ALREADY_STARTED' } : null;

/** Nobody is called in a real session while they stand in a rehearsal: it is closed first. */
export function mayStartBesideRehearsals({
  rehearsals,
}: Pick<BesideRehearsal, 'rehearsals'>): Refusal | null {
  const live = rehearsals.find(isLive);
  return live ? { code: 'REHEARSAL_OPEN', number: live.number } : null;
}

/** What has begun stays in the record. */
export const mayTakeBackRehearsal = (rehearsal: { readonly state: SessionStateName }): Refusal | null =>
  hasBegun(rehearsal) ? { code: 'WRONG_STATE', state: rehearsal.state, command: 'takeBackRehearsal' } : null;
