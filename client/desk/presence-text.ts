/** Presence in words: online or not, since when, seen by which gateway. Pure. */
import { clockTime, hour } from '../../machines/french-time.ts';
import type { DeskPerson } from '../../machines/wire/frames.ts';

type Seen = Pick<DeskPerson, 'connected' | 'since' | 'where'>;

/** «depuis 9 h 41», «jamais en ligne». */
export const sinceText = ({ since }: Pick<Seen, 'since'>): string =>
  since === null ? 'jamais en ligne' : `depuis ${hour(since)}`;

/** Before a start those who are away have left nothing: «depuis 9 h 41», or nothing. */
export const sinceTextBefore = (seen: Pick<Seen, 'connected' | 'since'>): string =>
  seen.connected ? sinceText(seen) : '';

/** «En ligne depuis 09:41:12», «Hors ligne». */
export const presenceTextBefore = ({ connected, since }: Pick<Seen, 'connected' | 'since'>): string =>
  connected && since !== null ? `En ligne depuis ${clockTime(since)}` : 'Hors ligne';

/** «Hors ligne depuis 09:41:12, vu en dernier par le serveur g1». */
export function presenceText({ connected, since, where }: Seen): string {
  if (since === null) return 'Jamais en ligne';
  const seen =
    where === null ? '' : connected ? `, par le serveur ${where}` : `, vu en dernier par le serveur ${where}`;
  return `${connected ? 'En ligne' : 'Hors ligne'} depuis ${clockTime(since)}${seen}`;
}
