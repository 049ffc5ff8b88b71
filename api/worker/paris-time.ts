/** Moments in mails, by the clock of Paris and with its name beside them (domain §7). */
import { clockTime, dayAndYear, hour } from '../../machines/french-time.ts';
import type { Ms } from '../../machines/ids.ts';

/** An hour to come. @example 'lundi 22 mars 2027 à 9 h (heure de Paris)' */
export const parisHour = (at: Ms): string => `${dayAndYear(at)} à ${hour(at)} (heure de Paris)`;

/** What was recorded, to the second. @example 'lundi 22 mars 2027 à 09:57:24 (heure de Paris)' */
export const parisEvidence = (at: Ms): string => `${dayAndYear(at)} à ${clockTime(at)} (heure de Paris)`;
