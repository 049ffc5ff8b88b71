/** A fresh migrated database for one test or one suite, cloned from a template in tens of milliseconds. */
import { openDatabase, type Database } from '../../migrations/open.ts';
import { testServer } from './database-server.ts';

export interface TestDatabase extends Database {
  /** Closes it and removes it from the server: in `afterEach` or `after`. */
  drop(): Promise<void>;
}

export async function testDatabase(): Promise<TestDatabase> {
  const server = await testServer();
  const database = await openDatabase(await server.create());
  return {
    ...database,
    async drop() {
      await database.close();
      await server.drop(database.url);
    },
  };
}
