/**
 * Decides where the embedded server's files are and under which user it runs. PostgreSQL refuses to run as root, so
 * root runs it as nobody; where nobody cannot reach the project (a home of mode 700), data and a copy of the binaries
 * lie in a folder of ours under the system's temporary one, named after the data folder's path.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { binaries, within, type Binaries } from './binaries.ts';

export interface Place {
  /** Parent of the data directory; ours. */
  readonly base: string;
  readonly data: string;
  /** File of mode 0600 that holds the server's password. */
  readonly password: string;
  readonly binaries: Binaries;
  /** What to spawn the server's processes with; empty for an ordinary user. */
  readonly user: { readonly uid?: number; readonly gid?: number };
}

const NOBODY = { uid: 65534, gid: 65534 }; // exists everywhere, no system user has to be made

/** @param folder the house's data folder; made where it does not exist. */
export function placeFor(folder: string): Place {
  mkdirSync(folder, { recursive: true });
  const found = binaries();
  const asRoot = process.getuid?.() === 0;
  const near = path.join(path.resolve(folder), 'postgres');
  if (!asRoot) return place(makeBase(near, 0o700), found, {});
  if (!isMoved(folder) && [folder, found.postgres, found.initdb].every(nobodyReaches))
    return place(makeBase(near, 0o755), found, NOBODY);
  writeFileSync(path.join(folder, MOVED), `${temporaryBase(folder)}\n`);
  const base = makeBase(temporaryBase(folder), 0o755);
  return place(base, copyOf(found, base), NOBODY);
}

/** Once moved, always moved: a mode changed later must not make the data look lost. */
const MOVED = 'postgres-lies-in';
const isMoved = (folder: string): boolean => existsSync(path.join(folder, MOVED));

function place(base: string, found: Binaries, user: Place['user']): Place {
  return {
    base,
    data: path.join(base, 'data'),
    password: path.join(base, 'password'),
    binaries: found,
    user,
  };
}

function temporaryBase(folder: string): string {
  const name = createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 12);
  return path.join(os.tmpdir(), `amphitheatre-${name}`);
}

/** @throws Error where the folder exists and is not ours: in a temporary folder anyone can make one first. */
function makeBase(base: string, mode: number): string {
  mkdirSync(base, { recursive: true });
  const found = lstatSync(base);
  if (!found.isDirectory() || found.uid !== process.getuid?.())
    throw new Error(`${base} belongs to somebody else: remove it or choose another DATA_DIR`);
  chmodSync(base, mode); // a umask of 077 would lock nobody out
  return base;
}

function nobodyReaches(file: string): boolean {
  try {
    execFileSync('/usr/bin/env', ['test', '-x', file], { ...NOBODY, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Copied once per version of the server, under another name first: a copy cut short is never taken for whole. */
function copyOf(found: Binaries, base: string): Binaries {
  const version = JSON.parse(readFileSync(path.join(found.native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const target = path.join(base, `native-${version.version}`);
  if (!existsSync(target)) {
    const half = `${target}.${process.pid}`;
    cpSync(found.native, half, { recursive: true, verbatimSymlinks: true });
    if (existsSync(target)) rmSync(half, { recursive: true });
    else renameSync(half, target);
  }
  return within(target);
}
