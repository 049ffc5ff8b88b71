/** Moments in mails, said in French, by the clock of Paris and with its name beside them (domain §7). */
import { Temporal } from 'temporal-polyfill';
import type { Ms } from '../../machines/ids.ts';

/** @example 'lundi 22 mars 2027 à 9 h 00 min 12 s (heure de Paris)' */
export function parisMoment(at: Ms): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/Paris');
  const day = moment
    .toPlainDate()
    .toLocaleString('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const two = (value: number): string => String(value).padStart(2, '0');
  const seconds = moment.second === 0 ? '' : `\u00a0min ${two(moment.second)}\u00a0s`;
  return `${day} à ${moment.hour}\u00a0h\u00a0${two(moment.minute)}${seconds} (heure de Paris)`;
}
