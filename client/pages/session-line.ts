/** Which session of an amphitheatre stands for it in a list, and what is said of it. Pure. */
import { hour } from '../../machines/french-time.ts';
import type { ListedAmphitheatre, ListedSession } from '../http/answers.ts';
import { day } from '../ui/format.ts';

export const isLive = ({ state }: Pick<ListedSession, 'state'>): boolean =>
  state === 'running' || state === 'paused';

/** The live one, else the next to come, else the last; undefined before the cut. */
export const presentSession = (sessions: readonly ListedSession[]): ListedSession | undefined =>
  sessions.find(isLive) ?? sessions.find(({ state }) => state !== 'closed') ?? sessions.at(-1);

/** What the first page lists: what is live; else what is still to come; else, once all is over, everything. */
export function liveOrNext<A extends Pick<ListedAmphitheatre, 'sessions'>>(
  amphitheatres: readonly A[],
): { readonly when: 'live' | 'next' | 'over'; readonly shown: readonly A[] } {
  const live = amphitheatres.filter(({ sessions }) => sessions.some(isLive));
  if (live.length > 0) return { when: 'live', shown: live };
  const next = amphitheatres.filter(
    ({ sessions }) => sessions.length === 0 || sessions.some(({ state }) => state !== 'closed'),
  );
  return next.length > 0 || amphitheatres.length === 0
    ? { when: 'next', shown: next }
    : { when: 'over', shown: amphitheatres };
}

/** «Session 3 sur 6». */
export const place = (session: ListedSession, { sessions }: Pick<ListedAmphitheatre, 'sessions'>): string =>
  sessions.length < 2 ? `Session ${session.number}` : `Session ${session.number} sur ${sessions.length}`;

/** «lundi 22 mars à 9 h», or what is known of it. */
export const whenStarts = ({
  startsAt,
  awaitsStart = false,
}: Pick<ListedSession, 'startsAt'> & Partial<Pick<ListedSession, 'awaitsStart'>>): string => {
  if (startsAt === null) return 'heure à fixer';
  const at = `${day(startsAt)} à ${hour(startsAt)}`;
  return awaitsStart ? `devait commencer ${at}, en attente` : at;
};
