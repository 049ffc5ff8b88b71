/** The database for a command of the terminal: the one of DATABASE_URL, else the live house's, else the embedded one. */
import { urlOfLiveHouse } from './embedded/live-house.ts';
import { openEmbedded } from './embedded/open.ts';
import { migrate, openDatabase, type Database } from './open.ts';

export interface OpenedDatabase {
  readonly database: Database;
  /** Closes it, and the embedded server where this command opened it. */
  close(): Promise<void>;
}

/** Migrated. @param settings `databaseUrl` null: none is set; `folder`: the house's data folder. */
export async function databaseFromEnvironment(settings: {
  readonly databaseUrl: string | null;
  readonly folder: string;
}): Promise<OpenedDatabase> {
  const server = await serverFor(settings);
  const database = await openDatabase(server.url);
  await migrate(database);
  const close = async (): Promise<void> => {
    await database.close();
    await server.close();
  };
  return { database, close };
}

const NOTHING = async (): Promise<void> => undefined;
const quiet = { info: () => undefined, warn: () => undefined };

async function serverFor(settings: {
  readonly databaseUrl: string | null;
  readonly folder: string;
}): Promise<{ readonly url: string; close(): Promise<void> }> {
  if (settings.databaseUrl !== null) return { url: settings.databaseUrl, close: NOTHING };
  const url = await urlOfLiveHouse(settings.folder);
  if (url !== null) return { url, close: NOTHING };
  return openEmbedded({ folder: settings.folder, log: quiet });
}
