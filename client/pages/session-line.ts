/** Which session of an amphitheatre stands for it in a list, and what is said of it. Pure. */
import { hour } from '../../machines/french-time.ts';
import type { ListedAmphitheatre, ListedSession } from '../http/answers.ts';
import { day } from '../ui/format.ts';

export const isLive = ({ state }: ListedSession): boolean => state === 'running' || state === 'paused';

/** The live one, else the next to come, else the last; undefined before the cut. */
export const presentSession = (sessions: readonly ListedSession[]): ListedSession | undefined =>
  sessions.find(isLive) ?? sessions.find(({ state }) => state !== 'closed') ?? sessions.at(-1);

/** «Session 3 sur 6». */
export const place = (session: ListedSession, { sessions }: Pick<ListedAmphitheatre, 'sessions'>): string =>
  sessions.length < 2 ? `Session ${session.number}` : `Session ${session.number} sur ${sessions.length}`;

/** «lundi 22 mars à 9 h», or what is known of it. */
export const whenStarts = ({ startsAt }: Pick<ListedSession, 'startsAt'>): string =>
  startsAt === null ? 'heure à fixer' : `${day(startsAt)} à ${hour(startsAt)}`;
