/** Makes the data directory: everything of it, or nothing (a start cut short leaves only a folder that is removed). */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Place } from './place.ts';

/** The superuser of the cluster and the database of the house. */
export const USER = 'house';
export const DATABASE = 'amphitheatre';

const LOCALE = [
  '--encoding=UTF8',
  '--locale=C.UTF-8',
  '--locale-provider=builtin', // fast and the same everywhere; French order is `collate "fr-x-icu"`
  '--builtin-locale=C.UTF-8',
];

/** Does nothing where the data directory stands already. @throws Error where another major version made it. */
export async function initialise(place: Place): Promise<void> {
  removeHalves(place);
  if (existsSync(place.data)) return checkVersion(place);
  if (passwordOf(place) === null) writePassword(place);
  const half = `${place.data}.${process.pid}`;
  mkdirSync(half, { mode: 0o700 });
  give(place, half);
  await promisify(execFile)(
    place.binaries.initdb,
    ['-D', half, '-U', USER, '--auth=scram-sha-256', `--pwfile=${place.password}`]
      .concat('--no-sync', '--no-instructions')
      .concat(LOCALE),
    { ...place.user, cwd: half, env: { LC_ALL: 'C', TZ: 'UTC' } },
  );
  if (!wins(() => renameSync(half, place.data))) rmSync(half, { recursive: true });
}

/** Null before the first start. */
export function passwordOf(place: Place): string | null {
  return existsSync(place.password) ? readFileSync(place.password, 'utf8').trim() : null;
}

/** Whole or not there at all: another start may be reading. */
function writePassword(place: Place): void {
  const half = `${place.password}.${process.pid}`;
  writeFileSync(half, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  give(place, half);
  wins(() => linkSync(half, place.password));
  rmSync(half);
}

/** False where another start made it first. */
function wins(make: () => void): boolean {
  try {
    make();
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EEXIST' || code === 'ENOTEMPTY') return false;
    throw error;
  }
}

function give(place: Place, file: string): void {
  if (place.user.uid !== undefined && place.user.gid !== undefined)
    chownSync(file, place.user.uid, place.user.gid);
}

/** What processes that are no more left half made. */
function removeHalves(place: Place): void {
  for (const name of readdirSync(place.base)) {
    const pid = /^data\.(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !lives(Number(pid))) rmSync(path.join(place.base, name), { recursive: true });
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const SERVER_MAJOR = '18';

function checkVersion(place: Place): void {
  const found = readFileSync(path.join(place.data, 'PG_VERSION'), 'utf8').trim();
  if (found !== SERVER_MAJOR)
    throw new Error(`${place.data} was made by PostgreSQL ${found}, this is ${SERVER_MAJOR}: move it away`);
}
