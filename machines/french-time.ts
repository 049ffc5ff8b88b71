/** Hours and days as the French read them, always Paris's: for refusals, screens, mails and logs of a session. */
import type { Ms } from './ids.ts';

const PARIS = 'Europe/Paris';
const NO_BREAK = '\u00a0';

const parts = new Intl.DateTimeFormat('fr-FR', {
  timeZone: PARIS,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** `09:57:24`: the clock, and whatever is evidence. */
export const clockTime = (at: Ms): string => parts.format(at);

/** `9 h 56`, `14 h`: an hour in a sentence, its spaces unbreakable. */
export function hour(at: Ms): string {
  const [hours = '', minutes = ''] = clockTime(at).split(':');
  const spoken = `${Number(hours)}${NO_BREAK}h`;
  return minutes === '00' ? spoken : `${spoken}${NO_BREAK}${minutes}`;
}

/** `mardi 13 octobre`, `lundi 1er mars`. */
export const day = (at: Ms): string => withFirst(DAYS.format(at));
const DAYS = new Intl.DateTimeFormat('fr-FR', {
  timeZone: PARIS,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});

/** `mardi 13 octobre 2026`. */
export const dayAndYear = (at: Ms): string => withFirst(DAYS_AND_YEARS.format(at));
const DAYS_AND_YEARS = new Intl.DateTimeFormat('fr-FR', {
  timeZone: PARIS,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** The first of a month has a word of its own, which `Intl` does not write. */
export const withFirst = (date: string): string => date.replace(/(?<!\d)1(?= \p{L})/u, '1er');
