/** Finds the house that runs on this machine, as every command of the terminal does, and its database. */
import { type Config, readConfig } from '../../api/kit/config.ts';
import { databaseFromEnvironment } from '../../migrations/from-environment.ts';
import type { Database } from '../../migrations/open.ts';

export interface LiveHouse {
  /** Address of the pages. */
  readonly url: string;
  readonly database: Database;
  close(): Promise<void>;
}

/** @throws Error that says how to start one, where none answers; or that this one is in production. */
export async function findHouse(environment: NodeJS.ProcessEnv): Promise<LiveHouse> {
  const config = readConfig(environment);
  const url = config.publicUrl;
  await ask(url, config);
  const opened = await databaseFromEnvironment({
    databaseUrl: config.databaseUrl,
    folder: config.dataFolder,
  });
  return { url, database: opened.database, close: () => opened.close() };
}

async function ask(url: string, config: Config): Promise<void> {
  const answer = await fetch(`${url}/api/settings`, { signal: AbortSignal.timeout(5000) }).catch(() => null);
  if (answer === null || !answer.ok)
    throw new Error(
      `No house answers at ${url}. Start one in another window with "npm start"` +
        `${config.port === 3000 ? '' : ` (PORT=${config.port})`}, or say where it is with PORT.`,
    );
  const settings = (await answer.json()) as { readonly development?: boolean };
  if (settings.development !== true)
    throw new Error(`The house at ${url} is in production: no robots there.`);
}
