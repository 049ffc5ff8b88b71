/** How much longer a turn is made: the usual lengths, or one's own within what the rules take. Pure. */
import { duration } from '../ui/format.ts';

/** Seconds. */
export const USUAL_TIMES = [30, 60, 120, 300] as const;

export const OWN_TIME = 'own';

interface Range {
  readonly min: number;
  readonly max: number;
}

/** @returns whole seconds within the range, else null. */
export function secondsGiven(picked: string, own: string, { min, max }: Range): number | null {
  const text = (picked === OWN_TIME ? own : picked).trim();
  const seconds = text === '' ? Number.NaN : Number(text);
  return Number.isInteger(seconds) && seconds >= min && seconds <= max ? seconds : null;
}

/** «Un nombre entier de secondes, de 10 s à 5 min.» */
export const rangeText = ({ min, max }: Range): string =>
  `Un nombre entier de secondes, de ${duration(min * 1000)} à ${duration(max * 1000)}.`;
