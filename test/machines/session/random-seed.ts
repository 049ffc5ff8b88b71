/**
 * The seed of the random suites: another one in each run, named in the suite's title; `FC_SEED` plays one again,
 * `FC_PATH` goes straight to the case that fast-check printed.
 */
import type { Parameters } from 'fast-check';

const given = Number(process.env['FC_SEED']);

const SEED = Number.isInteger(given) && given !== 0 ? given : Date.now() % 1_000_000_000;

/** For the title of a suite. */
export const SEEDED = `FC_SEED=${SEED}`;

export function seededRuns<T>(numRuns: number): Parameters<T> {
  const path = process.env['FC_PATH'];
  return { seed: SEED, numRuns, ...(path === undefined ? {} : { path }) };
}
