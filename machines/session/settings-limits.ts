/**
 * Within what a session's settings stay (domain §2, §3): the form, the route that stores them and nothing else. Whole
 * numbers, both ends included; the length of times in seconds, as they are typed.
 */

interface Limits {
  readonly min: number;
  readonly max: number;
}

export const SETTING_LIMITS = {
  turnSeconds: { min: 10, max: 900 },
  /** Below 5 s a telephone has no time to join. */
  windowSeconds: { min: 5, max: 300 },
  absenteesGraceSeconds: { min: 0, max: 7_200 },
  returnsAllowed: { min: 0, max: 20 },
  /** 0 switches it off. */
  pauseAfterAbsences: { min: 0, max: 50 },
  supernumeraryCap: { min: 0, max: 100 },
} as const satisfies Readonly<Record<string, Limits>>;

/** A longer turn set beforehand (domain §2). */
export const EXTRA_TURN_SECONDS = { min: 0, max: 600 } as const satisfies Limits;
