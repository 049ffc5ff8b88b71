/** What the operator gave for the legal pages, or the words for what is still missing. Pure. */
import { withFirst } from '../../machines/french-time.ts';

export const NOT_GIVEN = 'non renseigné par cette installation';

const DAY = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', dateStyle: 'long' });

/** @param day `2027-03-01`. @returns «1er mars 2027» */
export const dayOf = (day: string): string => withFirst(DAY.format(Date.parse(day)));
