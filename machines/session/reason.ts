/**
 * A reason given by a moderator: must say something. What cannot be seen came in as nothing (`visible-text.ts`, at the
 * door): here it would turn journals that hold such a reason into refusals.
 */
import type { Sealed } from '../sealed.ts';

/** A purged reason is not blank: it was judged when it was given, and a fold must come to the same end. */
export const isBlank = ({ sealed }: Sealed): boolean => sealed !== null && sealed.trim() === '';

/** Given and blank: journals of older rules hold none where one is asked for today. */
export const isGivenBlank = (reason: Sealed | undefined): boolean => reason !== undefined && isBlank(reason);

/** The field of a fact that keeps why. */
export const because = (reason: Sealed | undefined): { readonly reason?: Sealed } =>
  reason === undefined ? {} : { reason };
