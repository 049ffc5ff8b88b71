/** A fresh migrated database for one test or one suite, cloned from a template in tens of milliseconds. */
import { openDatabase, type Database } from '../../migrations/open.ts';
import { testServer } from './database-server.ts';
import { verifiedThen } from './verified-journals.ts';

export interface TestDatabase extends Database {
  /**
   * Closes it and removes it from the server: in `afterEach` or `after`. Every journal in it is verified first.
   * @param journals `madeUp`: for tests that tamper with journals, or write rows that no machine decided.
   * @throws Error naming each thing that does not agree; the database is gone all the same.
   */
  drop(journals?: 'madeUp'): Promise<void>;
}

export async function testDatabase(): Promise<TestDatabase> {
  const server = await testServer();
  const database = await openDatabase(await server.create());
  return {
    ...database,
    drop: journals =>
      verifiedThen(journals === 'madeUp' ? null : database, async () => {
        await database.close();
        await server.drop(database.url);
      }),
  };
}
