/** Numbers, dates and small words as the French write them; hours are always Paris's (`machines/french-time.ts`). */
import { clockTime, day, dayAndYear } from '../../machines/french-time.ts';
import type { Ms } from '../../machines/ids.ts';

const PARIS = 'Europe/Paris';

export { day, dayAndYear };

/** `12 044`, its space narrow and unbreakable. */
export const number = (value: number): string => NUMBERS.format(value);
const NUMBERS = new Intl.NumberFormat('fr-FR');

/** 0 and 1 are singular in French: `plural(1, 'choix fait', 'choix faits')`. */
export const plural = (count: number, one: string, many: string): string =>
  `${number(count)}\u00a0${Math.abs(count) < 2 ? one : many}`;

/** `mardi 13 octobre, 09:57:24`; today's by their clock alone. */
export const stamp = (at: Ms, now: Ms): string =>
  dayAndYear(at) === dayAndYear(now) ? clockTime(at) : `${day(at)}, ${clockTime(at)}`;

/** `2026-10-13T09:30` in Paris: what a `datetime-local` field holds. */
export function wallClock(at: Ms): string {
  const [date = '', time = ''] = WALL_CLOCK.format(at).split(' ');
  return `${date}T${time.slice(0, 5)}`;
}
const WALL_CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: PARIS,
  dateStyle: 'short',
  timeStyle: 'short',
});

/** Whole seconds still to show: 0 is reached exactly at `endsAt`, never before. */
export const secondsLeft = (endsAt: Ms, now: Ms): number => Math.max(0, Math.ceil((endsAt - now) / 1000));

/** `48 s`, `3 min 40 s`, `2 min`. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (minutes === 0) return `${rest}\u00a0s`;
  return rest === 0 ? `${minutes}\u00a0min` : `${minutes}\u00a0min\u00a0${rest}\u00a0s`;
}

/** `2027-05` → `Semestre d’été, mai – novembre 2027` (domain §11: named by the month it starts in). */
export function semesterName(code: string): string {
  const [year = 0, month = 0] = code.split('-').map(Number);
  return month === 11
    ? `Semestre d’hiver, novembre ${year} – mai ${year + 1}`
    : `Semestre d’été, mai – novembre ${year}`;
}
