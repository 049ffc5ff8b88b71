/** What the acts on one session ask of the others of its amphitheatre, and what the chart says of them: the same functions. Pure. */
import type { Missing, Refusal } from '../refusal.ts';
import { mayStartBesideRehearsals, mayStartRehearsal } from '../rehearsal.ts';
import type { BesideRehearsal } from '../rehearsal.ts';
import type { CommandBody } from './commands.ts';
import type { SessionStateName } from './state.ts';

export interface NumberedSession {
  readonly number: number;
  readonly state: SessionStateName;
}

/** Number of the first one before that is not closed; null = none. */
export const openBefore = (sessions: readonly NumberedSession[], before: number): number | null =>
  first(sessions.filter(({ number, state }) => number < before && state !== 'closed'));

/** Number of the first one after that is not closed; null = none. */
export const openAfter = (sessions: readonly NumberedSession[], after: number): number | null =>
  first(sessions.filter(({ number, state }) => number > after && state !== 'closed'));

const first = (sessions: readonly NumberedSession[]): number | null =>
  sessions.length === 0 ? null : Math.min(...sessions.map(({ number }) => number));

/** State of the last one after that has started: it decides for the people of this one too (architecture §2.7). */
export const startedAfter = (sessions: readonly NumberedSession[], after: number): SessionStateName | null =>
  sessions
    .filter(({ number, state }) => number > after && STARTED.includes(state))
    .toSorted((a, b) => b.number - a.number)[0]?.state ?? null;

const STARTED: readonly SessionStateName[] = ['running', 'paused', 'closed'];

/** What the amphitheatre's other sessions say to a start; the session's own rules are the machine's. */
export const mayBegin = (rehearsal: boolean, beside: BesideRehearsal): Refusal | null =>
  rehearsal ? mayStartRehearsal(beside) : mayStartBesideRehearsals(beside);

/** Whatever the next session's world would have to know; a message, or a telephone read, is nobody else's. */
export const isTheLastWord = ({ type }: { readonly type: CommandBody['type'] }): boolean =>
  type !== 'message' && type !== 'readPhone';

/** The others, as a command carries them, or as whoever takes it asks. */
export interface Around {
  readonly missing: readonly Missing[];
  readonly anyStarted: boolean;
  readonly earlierOpen: number | null;
  readonly laterOpen: number | null;
  readonly startedLater: SessionStateName | null;
  /** Why it cannot start beside them; null where nothing is in the way. */
  readonly start: Refusal | null;
}

/** Of a session that lives: nothing that it takes asks for the others. */
export const ALONE: Around = {
  missing: [],
  anyStarted: false,
  earlierOpen: null,
  laterOpen: null,
  startedLater: null,
  start: null,
};
