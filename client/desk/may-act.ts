/**
 * Which acts of a moderator a session takes as it is now, each with the machine's own refusal where it does not: buttons,
 * menus and «Recommencer…» ask here, and here the machine is asked. Pure.
 */
import type { Refusal } from '../../machines/refusal.ts';
import { decide } from '../../machines/session/decide.ts';
import type { SessionSnapshot } from '../../machines/session/decide.ts';
import type { CommandBody } from '../../machines/session/commands.ts';
import type { PersonState } from '../../machines/session/state.ts';
import { FREE, REASON, specimen, STANDS, TAKEN } from './specimen.ts';
import type { Situation } from './specimen.ts';

/** About the session as a whole. */
export type SessionAct = 'pause' | 'resume' | 'close' | 'messageAll';

/** About the called one alone. */
export type TurnAct = 'prolong' | 'chooseOnBehalf' | 'markAbsent' | 'pass';

/** About a person, from what that person is. */
export type StateAct =
  | 'callBack'
  | 'lift'
  | 'excuse'
  | 'correct'
  | 'setStatus'
  | 'readPhone'
  | 'message'
  | 'assign';

type Act = SessionAct | TurnAct | StateAct;

/** The specimen's first turn ended in a choice: the called one has the second. */
const SECOND_TURN = 2;

/** The same questions come with every row that is drawn: each is asked of the machine once. */
const verdicts = new Map<string, Refusal | null>();
const specimens = new Map<string, SessionSnapshot>();

/**
 * @param kind what the person is whom the act is about; for the session's own acts it says nothing.
 * @returns null where a well-formed command of that kind would be taken now.
 */
export function mayAct(act: Act, situation: Situation, kind: PersonState['kind'] = 'called'): Refusal | null {
  const { session, mode, noPost } = situation;
  const key = [act, session, mode, noPost, kind].join(' ');
  const known = verdicts.get(key);
  if (known !== undefined) return known;
  const verdict = askMachine(act, situation, kind);
  verdicts.set(key, verdict);
  return verdict;
}

function askMachine(act: Act, situation: Situation, kind: PersonState['kind']): Refusal | null {
  const now = specimenOf(situation);
  const at = now.context.startedAt ?? 0;
  const decision = decide(now, { ...commandOf(act, situation, kind), at });
  if (decision.kind === 'accepted') return null;
  // How many are left is asked for in the dialog: with their number the session closes.
  return act === 'close' && decision.refusal.code === 'STILL_TO_CHOOSE' ? null : decision.refusal;
}

function specimenOf(situation: Situation): SessionSnapshot {
  const { session, mode, noPost } = situation;
  const key = [session, mode, noPost].join(' ');
  const made = specimens.get(key) ?? specimen(situation);
  specimens.set(key, made);
  return made;
}

function commandOf(act: Act, { session, mode }: Situation, on: PersonState['kind']): CommandBody {
  const person = STANDS[on];
  const reason = REASON;
  const during = session === 'paused' ? 'paused' : 'running';
  const turn = { person, turn: SECOND_TURN, on: mode ?? 'awaited', during, reason } as const;
  switch (act) {
    case 'pause':
      return { type: 'pause', reason, on: 'running' };
    case 'resume':
      return { type: 'resume', on: 'paused' };
    case 'close':
      return { type: 'close', on: session === 'paused' ? 'paused' : 'running', force: null };
    case 'messageAll':
      return { type: 'message', to: null, text: reason };
    case 'prolong':
      return { type: 'prolong', byMs: 60_000, ...turn };
    case 'chooseOnBehalf':
      return { type: 'chooseOnBehalf', post: FREE, ...turn };
    case 'markAbsent':
    case 'pass':
      return { type: act, ...turn };
    case 'excuse':
      return { type: 'excuse', person, reason, on };
    case 'lift':
    case 'callBack':
      return { type: act, person, on, reason };
    case 'correct':
      return { type: 'correct', person, from: TAKEN, to: null, reason };
    case 'assign':
      return { type: 'assign', person, post: FREE, on, laterOpen: null, offline: false, reason };
    case 'setStatus':
      return { type: 'setStatus', person, status: 'supernumeraryNonValidating', on: null, reason };
    case 'readPhone':
      return { type: 'readPhone', person };
    case 'message':
      return { type: 'message', to: person, text: reason };
    default:
      return act satisfies never;
  }
}

/** Between what a turn may be prolonged by, in ms, as the machine itself says where it refuses (domain §4). */
export function prolongRange(): { readonly minMs: number; readonly maxMs: number } {
  const now = specimen({ session: 'running', mode: 'choosing', noPost: false });
  const about = { person: STANDS.called, turn: SECOND_TURN, on: 'choosing', reason: REASON } as const;
  const decision = decide(now, { type: 'prolong', byMs: 0, ...about, at: now.context.startedAt ?? 0 });
  const refusal = decision.kind === 'refused' ? decision.refusal : null;
  return refusal?.code === 'OUT_OF_RANGE' ? refusal : { minMs: 0, maxMs: 0 };
}
