/**
 * The data folder that a house of the stories begins with: made once per run as the house's first start makes it
 * (cluster, migrations, demo set), then copied. The first start itself is `whole-session.test.ts`'s.
 */
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeDemoAccounts } from '../../api/demo-accounts.ts';
import { importDemo } from '../../api/import/demo.ts';
import { openEmbedded } from '../../migrations/embedded/open.ts';
import { placeFor } from '../../migrations/embedded/place.ts';
import { migrate, openDatabase } from '../../migrations/open.ts';
import { atTheEnd } from './at-the-end.ts';

let made: Promise<string> | null = null;

/** @param folder the data folder of a house that has not started yet. */
export async function fillHouseData(folder: string): Promise<void> {
  if (made === null) {
    made = make();
    atTheEnd(remove);
  }
  const from = placeFor(await made);
  const to = placeFor(folder);
  const files = [
    [from.data, to.data],
    [from.password, to.password],
  ] as const;
  for (const [of, copy] of files) await promisify(execFile)('cp', ['-a', of, copy]); // owner and modes: the server looks
}

const quiet = { info: () => undefined, warn: () => undefined };

async function make(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'amphitheatre-house-data-'));
  chmodSync(folder, 0o755); // the database's own user must reach its folder below
  const server = await openEmbedded({ folder, log: quiet, settings: { fsync: 'off' } });
  try {
    const database = await openDatabase(server.url);
    try {
      await migrate(database);
      const demo = await importDemo(database);
      if (demo) await makeDemoAccounts(database, demo);
    } finally {
      await database.close();
    }
  } finally {
    await server.close();
  }
  return folder;
}

async function remove(): Promise<void> {
  const folder = await made?.catch(() => null);
  made = null;
  if (folder === null || folder === undefined) return;
  rmSync(placeFor(folder).base, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}
