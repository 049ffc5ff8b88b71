/** The establishment that somebody said to be theirs: remembered on this device, so that its board is first the next time. */
import { keep, kept } from '../ui/storage.ts';

const KEY = 'etablissement';

export const ownEstablishment = (): string | null => kept(KEY) || null;

/** @param finess '' forgets it. */
export const rememberEstablishment = (finess: string): void => keep(KEY, finess);
