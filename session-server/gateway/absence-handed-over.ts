/** Between two sessions: the absence of whoever was handed to the next one, as the one before it left it (domain §3). */
import type { PersonId, SessionId } from '../../machines/ids.ts';
import type { PublicState } from '../../machines/session/public-state.ts';
import { you } from '../../machines/session/you.ts';
import type { You } from '../../machines/wire/frames.ts';
import type { Sql } from '../../migrations/open.ts';
import { restoreSession } from '../journal/restore.ts';

/**
 * @param session still to begin.
 * @returns cause, time and returns left as they are kept for it; null for whoever is not absent.
 */
export async function absenceHandedOver(
  sql: Sql,
  state: PublicState,
  session: SessionId,
  person: PersonId,
): Promise<You['absence']> {
  const seen = state.people.get(person);
  const before = sessionBefore(state, session);
  if (seen?.state !== 'absent' || before === null) return null;
  const { snapshot } = await restoreSession(sql, before);
  const reader = { realm: 'intern', mandatary: null, choiceSeq: null, messages: [] } as const;
  const kept = you(snapshot, person, reader)?.absence ?? null;
  if (kept !== null || seen.at === null) return kept;
  // Absent only since: a planned absence lifted late, or a choice of an earlier session taken back.
  return { cause: 'byModerator', at: seen.at, endedAt: null, canReturn: true };
}

/** The last that is closed: it holds all who were handed to it. */
function sessionBefore({ sessions }: PublicState, id: SessionId): SessionId | null {
  const number = sessions.get(id)?.number ?? 0;
  const closed = [...sessions.values()].filter(one => one.state === 'closed' && one.number < number);
  return closed.sort((a, b) => b.number - a.number)[0]?.id ?? null;
}
