/** The hour of the first session, as a moderator writes it: wall clock of Paris, `2027-03-22T09:00`. */
import { Temporal } from 'temporal-polyfill';
import type { Ms } from '../../machines/ids.ts';

const ZONE = 'Europe/Paris';

/** @returns null where `text` is no such hour, or one that the change to summer time leaves out or doubles. */
export function parseFirstHour(text: string): Ms | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return null;
  try {
    const local = Temporal.PlainDateTime.from(text, { overflow: 'reject' });
    return local.toZonedDateTime(ZONE, { disambiguation: 'reject' }).epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** `22/03/2027 9 h 00`, for the summary. */
export function parisHour(at: Ms): string {
  const { day, month, year, hour, minute } =
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE);
  const two = (number: number): string => `${number}`.padStart(2, '0');
  return `${two(day)}/${two(month)}/${year} ${hour}\u00a0h\u00a0${two(minute)}`;
}
