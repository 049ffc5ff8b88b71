/** Moments in mails, by the clock of Paris and with its name beside them (domain §7). */
import { clockTime, hour } from '../../machines/french-time.ts';
import type { Ms } from '../../machines/ids.ts';

const day = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', dateStyle: 'full' });

/** An hour to come. @example 'lundi 22 mars 2027 à 9 h (heure de Paris)' */
export const parisHour = (at: Ms): string => `${dayOf(at)} à ${hour(at)} (heure de Paris)`;

/** What was recorded, to the second. @example 'lundi 22 mars 2027 à 09:57:24 (heure de Paris)' */
export const parisEvidence = (at: Ms): string => `${dayOf(at)} à ${clockTime(at)} (heure de Paris)`;

const dayOf = (at: Ms): string => day.format(at).replace(' 1 ', ' 1er ');
