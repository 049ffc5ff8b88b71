/**
 * The session that decides about a person's choice (architecture §2.6, §2.7): the live one, else the last closed one.
 * Corrections, assignments, «sans poste» and telephone reads go there, whatever the person's own session was.
 */
import type { AmphitheatreId, PersonId, SessionId } from '../../machines/ids.ts';
import { openAfter } from '../../machines/session/beside.ts';
import type { NumberedSession } from '../../machines/session/beside.ts';
import type { CommandBody, Who } from '../../machines/session/commands.ts';
import type { SessionStateName } from '../../machines/session/state.ts';
import type { Sql } from '../../migrations/open.ts';
import { refused } from '../acts/outcome.ts';
import type { Outcome } from '../acts/outcome.ts';
import type { Api } from '../http/api.ts';
import { askSession, changeUnderLock } from './ask-session.ts';
import { amphitheatreOfPerson } from './tables.ts';

export interface Deciding {
  readonly session: SessionId;
  /** Number of a later session that is not closed; null = none. */
  readonly laterOpen: number | null;
}

/** Asks it under the amphitheatre's lock, so that no `start` or `close` falls between, and waits for its answer. */
export async function askDeciding(
  api: Api,
  person: PersonId,
  who: Who,
  commandFor: (deciding: Deciding) => CommandBody,
): Promise<Outcome> {
  const amphitheatre = await amphitheatreOfPerson(api.database.sql, person);
  if (amphitheatre === null) return refused({ code: 'UNKNOWN_PERSON' });
  return changeUnderLock(api, amphitheatre, async sql => {
    const deciding = await decidingSession(sql, amphitheatre);
    return deciding === null
      ? notStarted(sql, amphitheatre, commandFor)
      : askSession(sql, deciding.session, commandFor(deciding), who);
  });
}

/** @returns null where no session of the amphitheatre has begun. */
export async function decidingSession(sql: Sql, amphitheatre: AmphitheatreId): Promise<Deciding | null> {
  const sessions = await sql<NumberedSession & { readonly id: SessionId }>(
    'select id, number, state from session where amphitheatre_id = ?::int and not rehearsal order by number',
    [amphitheatre],
  );
  const deciding =
    sessions.findLast(({ state }) => state === 'running' || state === 'paused') ??
    sessions.findLast(({ state }) => state === 'closed');
  return deciding === undefined
    ? null
    : { session: deciding.id, laterOpen: openAfter(sessions, deciding.number) };
}

/** In the words of the first session, which is in no state for it. */
async function notStarted(
  sql: Sql,
  amphitheatre: AmphitheatreId,
  commandFor: (deciding: Deciding) => CommandBody,
): Promise<Outcome> {
  const [first] = await sql<{ id: SessionId; state: SessionStateName }>(
    'select id, state from session where amphitheatre_id = ?::int and not rehearsal order by number limit 1',
    [amphitheatre],
  );
  if (first === undefined) return refused({ code: 'UNKNOWN_SESSION' });
  const { type } = commandFor({ session: first.id, laterOpen: null });
  return refused({ code: 'WRONG_STATE', state: first.state, command: type });
}
