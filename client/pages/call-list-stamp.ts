/** What a row of the live call list shows, as one text: of a thousand rows those alone are drawn anew whose text is another. Pure. */
import type { PublicPerson, PublicState } from '../../machines/session/public-state.ts';

/** @returns null: each time; whose turn it is has a clock, which a pause or the record stops. */
export function stampOf(
  { state, callOrder, service, at, session }: PublicPerson,
  { sessions }: Pick<PublicState, 'sessions'>,
  several: boolean,
  edition: number | null,
): string | null {
  if (state === 'called') return null;
  const number = several && session !== null ? (sessions.get(session)?.number ?? '') : '';
  return [state, callOrder, service, at, number, edition].join(' ');
}
