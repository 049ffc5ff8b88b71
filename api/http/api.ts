/** What every route is given: the parts of a running API, opened in `start.ts` and closed there. */
import type { HttpBindings } from '@hono/node-server';
import type { AccountId, LoginId } from '../../machines/ids.ts';
import type { SignInRealm } from '../../machines/wire/frames.ts';
import type { Database } from '../../migrations/open.ts';
import type { Clock } from '../kit/clock.ts';
import type { Config } from '../kit/config.ts';
import type { Log } from '../kit/log.ts';
import type { Guessing } from '../sign-in/guessing.ts';
import type { Limits } from './limits.ts';

export interface Api {
  readonly config: Config;
  readonly database: Database;
  readonly log: Log;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly guessing: Guessing;
}

export const SIGN_IN_REALMS = ['intern', 'mandatary', 'moderator'] as const satisfies readonly SignInRealm[];

/** The live login behind a request, as the database knows it now. */
export interface SignedIn {
  readonly login: LoginId;
  readonly account: AccountId;
  readonly realm: SignInRealm;
  /** The intern's own number; null for holders and moderators. */
  readonly intern: number | null;
  /** The moderator's login that sees through this one: it reads, and does nothing (people-files/see-as.ts). */
  readonly seenBy: LoginId | null;
}

/** Hono's types of this application. */
export interface ApiEnv {
  Bindings: HttpBindings;
  Variables: { signedIn: SignedIn };
}
