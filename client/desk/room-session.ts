/** Which session of an amphitheatre its room shows. Pure. */
import type { SessionId } from '../../machines/ids.ts';
import type { PublicSession, PublicState } from '../../machines/session/public-state.ts';

/** In their order; a rehearsal is alone in its own stream. */
export const roomSessions = (state: PublicState): readonly PublicSession[] =>
  [...state.sessions.values()].toSorted((a, b) => a.number - b.number);

/**
 * The one asked for by its number; else the one shown so far, which stays when it is closed, for the moderator to read
 * what it came to; else the live one, the next, the last.
 */
export function roomSession(
  state: PublicState,
  asked: number | null = null,
  shown: SessionId | null = null,
): PublicSession | null {
  const sessions = roomSessions(state);
  return (
    sessions.find(({ number }) => number === asked) ??
    sessions.find(({ id }) => id === shown) ??
    sessions.find(session => session.state === 'running' || session.state === 'paused') ??
    sessions.find(session => session.state !== 'closed') ??
    sessions.at(-1) ??
    null
  );
}

/** The first one before it that is not closed: until it is, this one cannot start (domain §2). */
export const earlierOpen = (
  sessions: readonly PublicSession[],
  { number }: Pick<PublicSession, 'number'>,
): PublicSession | null => sessions.find(one => one.number < number && one.state !== 'closed') ?? null;

export const nextSession = (
  sessions: readonly PublicSession[],
  { number }: Pick<PublicSession, 'number'>,
): PublicSession | null => sessions.find(one => one.number > number) ?? null;
