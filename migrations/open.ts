/** Opens a PostgreSQL database, whoever runs the server: the one way every process comes to its data. */
import { MikroORM } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { Logger, runMigrations } from 'graphile-worker';
import { Client } from 'pg';
import { entities } from './entities/list.ts';
import { migrationsList } from './list.ts';

/**
 * One statement, written in full. Placeholders are `?`: repeat a repeated parameter, cast where the type is not
 * plain (`?::int`), say `jsonb_exists(…)` for the jsonb operator of that name. An array becomes a list, for `in (?)`;
 * a JSON array must be stringified by the caller. Numbers come back as numbers (bigint too), timestamptz as Date, bytea as Buffer.
 * @throws pg's DatabaseError, with `code` and `constraint`.
 */
export interface Sql {
  <Row>(text: string, params?: readonly unknown[]): Promise<Row[]>;
}

export interface Database {
  readonly orm: MikroORM;
  readonly url: string;
  readonly sql: Sql;
  /** Commits when `work` returns, rolls back when it throws. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * @param options `poolMax` connections at most; `answerMs`: a statement without an answer for so long fails, and may
 * have been carried out all the same.
 * @throws where no server answers.
 */
export async function openDatabase(
  url: string,
  { poolMax = 10, answerMs = ANSWER_MS }: { readonly poolMax?: number; readonly answerMs?: number } = {},
): Promise<Database> {
  const orm = await MikroORM.init({
    clientUrl: url,
    entities,
    extensions: [Migrator],
    forceUtcTimezone: true,
    pool: { min: 0, max: poolMax, afterCreate },
    driverOptions: {
      connection: { connectionTimeoutMillis: CONNECT_MS, query_timeout: answerMs, keepAlive: true },
      log: { warn: nothing, error: nothing, deprecate: nothing, debug: nothing }, // queries throw
    },
    migrations: { migrationsList, tableName: 'migration', snapshot: false, silent: true },
    schemaGenerator: { ignoreSchema: ['graphile_worker'] }, // another's schema: the diff would drop it
  });
  const connection = orm.em.getConnection();
  return {
    orm,
    url,
    sql: (text, params = []) => connection.execute(text, [...params]),
    transaction: work =>
      connection.transactional(transaction =>
        work((text, params = []) => connection.execute(text, [...params], 'all', transaction)),
      ),
    close: () => orm.close(),
  };
}

/**
 * Brings a database up to date: our numbered migrations, then the job queue's own, so that
 * `graphile_worker.add_job` exists. Two processes that start at once do it one after the other.
 */
export async function migrate(database: Database): Promise<void> {
  const lock = new Client({ connectionString: database.url });
  lock.on('error', nothing); // the work below fails of itself
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await database.orm.getMigrator().up();
    await runMigrations({ connectionString: database.url, noHandleSignals: true, logger: silent });
  } finally {
    await lock.end(); // lets the lock go
  }
}

const MIGRATION_LOCK = 4243;
const silent = new Logger(() => () => undefined);

const CONNECT_MS = 5_000;
const ANSWER_MS = 30_000;
const nothing = (): void => undefined;

const INT8 = 20;
const TIMESTAMPTZ = 1184;

/** Per connection, so that no other library in the process finds its types changed. */
function afterCreate(client: Client, done: (error: Error | null, client: Client) => void): void {
  client.setTypeParser(INT8, Number);
  client.setTypeParser(TIMESTAMPTZ, text => new Date(text));
  done(null, client);
}
