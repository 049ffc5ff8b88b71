/**
 * The embedded PostgreSQL of `npm start`: a real server on 127.0.0.1 that lives and dies with the house, its data
 * kept in the data folder. Called by the house and, for their own duration, by commands of the terminal.
 */
import { Client } from 'pg';
import { findServer, urlOf } from './find.ts';
import { takeHouseLock, type HouseLock } from './house-lock.ts';
import { DATABASE, initialise } from './initialise.ts';
import { placeFor, type Place } from './place.ts';
import { adoptServer, freePort, startServer, type Server, type Settings } from './server.ts';

export interface EmbeddedOptions {
  readonly folder: string;
  /** Fields and an event's name; never a URL, which holds the password. */
  readonly log: { info(fields: object, event: string): void; warn(fields: object, event: string): void };
  /** Settings of the server that differ: tests switch fsync off. */
  readonly settings?: Settings;
}

export interface Embedded {
  /** For `openDatabase`; holds a password. */
  readonly url: string;
  readonly port: number;
  /** Stops the server cleanly: last, when nobody needs the database any more. */
  close(): Promise<void>;
}

/** @throws HouseRunning on a second start; Error in one sentence where the server cannot run. */
export async function openEmbedded({ folder, log, settings = {} }: EmbeddedOptions): Promise<Embedded> {
  const begun = Date.now();
  const place = placeFor(folder);
  await initialise(place);
  let closing = false;
  let recovery: Promise<void> | null = null;
  const lost = (): void => {
    if (closing) return;
    log.warn({ port: held.server.port }, 'database.lost');
    recovery = recover().catch((error: unknown) => log.warn({ error: String(error) }, 'database.gone'));
  };
  const recover = async (): Promise<void> => {
    held = await hold(place, settings, lost, held.server.port);
    log.info({ port: held.server.port, pid: held.server.pid }, 'database.back');
  };
  let held = await hold(place, settings, lost);
  const { port, pid } = held.server;
  await createDatabase(place, port);
  log.info({ port, pid, adopted: held.adopted, folder: place.data, ms: Date.now() - begun }, 'database.open');
  const close = async (): Promise<void> => {
    closing = true;
    await recovery;
    await held.lock.release();
    await held.server.stop();
  };
  return { url: urlOf(place, port), port, close };
}

interface Held {
  readonly server: Server;
  readonly lock: HouseLock;
  readonly adopted: boolean;
}

const TRIES = 5; // another start may win in between, or the port be taken

async function hold(place: Place, settings: Settings, lost: () => void, port?: number): Promise<Held> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await holdOnce(place, settings, lost, port);
    } catch (error) {
      if (left === 1 || (error instanceof Error && error.name === 'HouseRunning')) throw error;
    }
  }
}

async function holdOnce(place: Place, settings: Settings, lost: () => void, port?: number): Promise<Held> {
  const alive = await findServer(place);
  if (alive) {
    const lock = await takeHouseLock(urlOf(place, alive.port, 'postgres'), alive.port, lost);
    return { server: adoptServer(place, alive), lock, adopted: true };
  }
  const server = await startServer(place, port ?? (await freePort()), settings);
  const lock = await takeHouseLock(urlOf(place, server.port, 'postgres'), server.port, lost);
  return { server, lock, adopted: false };
}

async function createDatabase(place: Place, port: number): Promise<void> {
  const client = new Client({ connectionString: urlOf(place, port, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
