/**
 * Limits (facts: a hospital is one address): by account first, then by address. An address alone is slowed, never
 * refused; an account is refused for a minute at most, and from that address only: nobody locks an intern out.
 */
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Clock } from '../kit/clock.ts';

export interface LimitSettings {
  /** Tries of one account from one address within a minute, none of them right, before it waits for the next minute. */
  readonly failuresPerMinute: number;
  /** Failed sign-ins of one account from everywhere within an hour, before each try is slowed. */
  readonly failuresPerHour: number;
  /** Sign-ins of one address within a minute, before each is slowed. */
  readonly signInsPerMinute: number;
  /** Requests of one address within a minute, before each is slowed. */
  readonly requestsPerMinute: number;
  /** Codes and mailed links that one address tries within a minute, before each is slowed. */
  readonly lookUpsPerMinute: number;
  /** Times an hour that one account may be handed everything that is kept of it. */
  readonly exportsPerHour: number;
}

export const DEFAULT_LIMITS: LimitSettings = {
  failuresPerMinute: 10,
  failuresPerHour: 100,
  signInsPerMinute: 300,
  requestsPerMinute: 600,
  lookUpsPerMinute: 30,
  exportsPerHour: 5,
};

const LONGEST_DELAY_MS = 3_000;
const DELAY_STEP_MS = 20; // each request above the limit waits this much longer than the one before

export interface Limits {
  /** Waits where the address asks too much; never refuses. */
  request(address: string): Promise<void>;
  /** The same for whoever holds a code or a mailed link and has no account. */
  lookUp(address: string): Promise<void>;
  /**
   * Counts the try, then waits where address or account try too much. Counted before the password is looked at: a
   * thousand tries at once are no more than a thousand in a row.
   * @returns false = this account, from this address, waits for the next minute.
   */
  maySignIn(account: string, address: string): Promise<boolean>;
  failed(account: string): Promise<void>;
  /** Counts it, after the password. @returns false = this account waits: the file reads much of the database. */
  mayExport(account: string): Promise<boolean>;
  succeeded(account: string, address: string): Promise<void>;
}

/**
 * @param redis a client of the package `redis`: all machines count together, and memory steps in while it is away;
 * null: counted in this process. Its type depends on how it was made, and the limiter takes any.
 */
export function makeLimits(
  clock: Clock,
  redis: object | null,
  settings: LimitSettings = DEFAULT_LIMITS,
): Limits {
  const limiter = (name: string, points: number, duration: number): RateLimiterAbstract => {
    const memory = new RateLimiterMemory({ keyPrefix: name, points, duration });
    return redis === null
      ? memory
      : new RateLimiterRedis({
          storeClient: redis,
          useRedisPackage: true,
          keyPrefix: name,
          points,
          duration,
          insuranceLimiter: memory,
        });
  };
  const accountHere = limiter('sign-in:account-address', settings.failuresPerMinute, 60);
  const account = limiter('sign-in:account', settings.failuresPerHour, 3_600);
  const signIns = limiter('sign-in:address', settings.signInsPerMinute, 60);
  const requests = limiter('request:address', settings.requestsPerMinute, 60);
  const lookUps = limiter('look-up:address', settings.lookUpsPerMinute, 60);
  const exports = limiter('export:account', settings.exportsPerHour, 3_600);
  const wait = (ms: number): Promise<void> =>
    ms <= 0 ? Promise.resolve() : new Promise(resolve => void clock.at(clock.now() + ms, resolve));
  const slow = async (counter: RateLimiterAbstract, address: string, points: number): Promise<void> =>
    wait(
      Math.min(LONGEST_DELAY_MS, ((await counter.penalty(address)).consumedPoints - points) * DELAY_STEP_MS),
    );
  return {
    request: address => slow(requests, address, settings.requestsPerMinute),
    lookUp: address => slow(lookUps, address, settings.lookUpsPerMinute),
    async maySignIn(name, address) {
      const here = await accountHere.penalty(`${name} ${address}`);
      if (here.consumedPoints > settings.failuresPerMinute) return false;
      const everywhere = await account.get(name);
      if (everywhere !== null && everywhere.consumedPoints >= settings.failuresPerHour)
        await wait(LONGEST_DELAY_MS);
      await slow(signIns, address, settings.signInsPerMinute);
      return true;
    },
    async mayExport(name) {
      return (await exports.penalty(name)).consumedPoints <= settings.exportsPerHour;
    },
    async failed(name) {
      await account.penalty(name);
    },
    async succeeded(name, address) {
      await accountHere.delete(`${name} ${address}`); // the hour's count stays: the attacker's tries are not forgiven
    },
  };
}
