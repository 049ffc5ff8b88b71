/** Finds out whether a server of our data directory is alive, and clears away what a dead one left. */
import { Client } from 'pg';
import { DATABASE, USER, passwordOf } from './initialise.ts';
import { isOurServer, pidFileExists, readPidFile, removePidFile, type PidFile } from './pid-file.ts';
import { realpathSync } from 'node:fs';
import type { Place } from './place.ts';
import { until } from './until.ts';

const SETTLE_MS = 30_000; // a server on its way up or down
const CONNECT_MS = 2_000;

/** Waits while one starts or stops. @returns the live server's pid and port; null where there is none any more. */
export async function findServer(place: Place): Promise<PidFile | null> {
  const found = await until<PidFile | 'none'>(SETTLE_MS, async () => {
    const file = readPidFile(place);
    if (!file) return pidFileExists(place) ? null : 'none';
    if (file.ready && (await answers(place, file.port))) return file;
    if (isOurServer(place, file.pid)) return null;
    removePidFile(place);
    return 'none';
  });
  if (found === null) throw new Error(`a server of ${place.data} neither answers nor ends: stop it by hand`);
  return found === 'none' ? null : found;
}

/** Whether the server on this port is the one of our data directory, and takes connections. */
async function answers(place: Place, port: number): Promise<boolean> {
  const client = new Client({
    connectionString: urlOf(place, port, 'postgres'),
    connectionTimeoutMillis: CONNECT_MS,
  });
  client.on('error', () => undefined); // told by the query's own failure
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(
      "select current_setting('data_directory') folder",
    );
    return realpathSync(rows[0]?.folder ?? '') === realpathSync(place.data);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** @throws Error where the password's file is lost. */
export function urlOf(place: Place, port: number, database = DATABASE): string {
  const password = passwordOf(place);
  if (password === null)
    throw new Error(`${place.password} is missing: put it back, or remove ${place.base}`);
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
}
