/** A reason given by a moderator: must say something. */
import type { Sealed } from '../sealed.ts';

/** A purged reason is not blank: it was judged when it was given, and a fold must come to the same end. */
export const isBlank = ({ sealed }: Sealed): boolean => sealed !== null && sealed.trim() === '';
