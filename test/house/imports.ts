/** Who imports whom: the import statements of a file, read from its text (ours is formatted, one form each). */
import { posix } from 'node:path';
import { type Room, ROOMS, read } from './tree.ts';

export interface Import {
  readonly from: string;
  /** As written. */
  readonly specifier: string;
  /** Path from the root where it is a file of ours, null where it is a part. */
  readonly file: string | null;
  readonly typeOnly: boolean;
}

const STATEMENT = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gmu;
const DYNAMIC = /\bimport\(\s*'([^']+)'\s*\)/gu;

export function importsOf(path: string): Import[] {
  const text = read(path);
  const found = [...text.matchAll(STATEMENT)].map(match => ({
    specifier: match[2] ?? '',
    typeOnly: match[1] !== undefined,
  }));
  const dynamic = [...text.matchAll(DYNAMIC)].map(match => ({
    specifier: match[1] ?? '',
    typeOnly: false,
  }));
  return [...found, ...dynamic].map(({ specifier, typeOnly }) => ({
    from: path,
    specifier,
    file: specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : null,
    typeOnly,
  }));
}

/** The room a path of ours lies in; null at the top level. */
export const roomOf = (path: string): Room | null => ROOMS.find(room => path.startsWith(`${room}/`)) ?? null;

/** The first chain of imports, types too, that leads back to where it began; null where there is none. */
export function loopIn(paths: readonly string[]): readonly string[] | null {
  const done = new Set<string>();
  const walk = (path: string, chain: readonly string[]): readonly string[] | null => {
    if (chain.includes(path)) return [...chain.slice(chain.indexOf(path)), path];
    if (done.has(path)) return null;
    done.add(path);
    for (const { file } of importsOf(path)) {
      const loop = file !== null && paths.includes(file) ? walk(file, [...chain, path]) : null;
      if (loop) return loop;
    }
    return null;
  };
  for (const path of paths) {
    const loop = walk(path, []);
    if (loop) return loop;
  }
  return null;
}
