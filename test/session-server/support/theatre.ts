/** A database, a stage in it, the live side on a free port and a clock that the test moves: what most suites here need. */
import { openLog } from '../../../api/kit/log.ts';
import type { LoginId, PersonId, PostId, SessionId } from '../../../machines/ids.ts';
import type { Database } from '../../../migrations/open.ts';
import { openLive } from '../../../session-server/live.ts';
import type { Live } from '../../../session-server/live.ts';
import type { SocketLimits } from '../../../session-server/gateway/limits.ts';
import { testDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';
import type { SimulatedClock } from '../../support/simulated-clock.ts';
import { setStage } from './stage.ts';
import type { Stage, Wanted } from './stage.ts';
import { ORIGIN, Watcher } from './watcher.ts';

export interface Theatre {
  readonly database: TestDatabase;
  readonly stage: Stage;
  readonly clock: SimulatedClock;
  live: Live;
  /** A socket of that login, not yet greeted; null: the public's. */
  socket(login: LoginId | null): Promise<Watcher>;
  /** The same, following the stage's amphitheatre, or a rehearsal of it. */
  watcher(login: LoginId | null, last?: number | null, rehearsal?: SessionId): Promise<Watcher>;
  moderator(rehearsal?: SessionId): Promise<Watcher>;
  /** The intern of that call order, 1 is the first. */
  intern(order: number, rehearsal?: SessionId): Promise<Watcher>;
  /** The post of that number, 1 is the first; the last is reserved for another DES. */
  post(number: number): PostId;
  /** The person of that call order. */
  person(order: number): PersonId;
  /** The live side again, on the same database: what a restart finds. */
  reopen(): Promise<void>;
  close(): Promise<void>;
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not on this stage');
  return value;
}

export const silentLog = openLog({ logLevel: 'silent' }, 'test');

export interface TheatreWanted extends Wanted {
  readonly limits?: SocketLimits;
  readonly production?: boolean;
  /** What the live side sees of the database, where it is not the whole truth. */
  readonly seen?: (database: Database) => Database;
}

export async function openTheatre(wanted: TheatreWanted = {}): Promise<Theatre> {
  const database = await testDatabase();
  const stage = await setStage(database.sql, wanted);
  const clock = simulatedClock();
  const production = wanted.production ?? false;
  const config = { socketPort: 0, origins: [ORIGIN], redisUrl: null, publicUrl: ORIGIN, production };
  const seen = wanted.seen?.(database) ?? database;
  const openHere = (): Promise<Live> =>
    openLive({
      config,
      database: seen,
      clock,
      log: silentLog,
      ...(wanted.limits ? { limits: wanted.limits } : {}),
    });
  const watchers: Watcher[] = [];
  const theatre: Theatre = {
    database,
    stage,
    clock,
    live: await openHere(),
    async socket(login) {
      const watcher = await Watcher.open(database.sql, theatre.live.port, login);
      watchers.push(watcher);
      return watcher;
    },
    async watcher(login, last = null, rehearsal) {
      const watcher = await theatre.socket(login);
      await watcher.hello(stage.amphitheatre, last, rehearsal);
      return watcher;
    },
    moderator: rehearsal => theatre.watcher(stage.moderator.login, null, rehearsal),
    post: number => present(stage.posts.at(number - 1)),
    person: order => present(stage.people.at(order - 1)).person,
    async intern(order, rehearsal) {
      const watcher = await theatre.watcher(present(stage.people.at(order - 1)).login, null, rehearsal);
      await watcher.until('you', frame => frame.type === 'you');
      return watcher;
    },
    async reopen() {
      await theatre.live.close();
      theatre.live = await openHere();
    },
    async close() {
      for (const watcher of watchers) await watcher.close();
      await theatre.live.close();
      await database.drop();
    },
  };
  return theatre;
}
