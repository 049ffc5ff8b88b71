/** For commands of the terminal: the database of the house that runs on a data folder, if one does. */
import { existsSync } from 'node:fs';
import { Client } from 'pg';
import { findServer, urlOf } from './find.ts';
import { holderOf } from './house-lock.ts';
import { placeFor } from './place.ts';

/** @returns null where no house runs (a server that outlived its house does not count: opening adopts it). */
export async function urlOfLiveHouse(folder: string): Promise<string | null> {
  if (!existsSync(folder)) return null;
  const place = placeFor(folder);
  const server = existsSync(place.data) ? await findServer(place) : null;
  if (!server) return null;
  const client = new Client({ connectionString: urlOf(place, server.port, 'postgres') });
  await client.connect();
  try {
    return (await holderOf(client)) === null ? null : urlOf(place, server.port);
  } finally {
    await client.end();
  }
}
