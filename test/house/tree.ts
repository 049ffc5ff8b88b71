/** The tree as the house's tests see it: our own files, never what is installed, built or measured. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

/** The six rooms (architecture §1): the folders of the top level. */
export const ROOMS = ['session-server', 'api', 'client', 'machines', 'migrations', 'test'] as const;
export type Room = (typeof ROOMS)[number];

/** Paths of all our files under `folder` (from the root, with `/`), sorted. */
export function filesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter(path => !path.includes('node_modules/') && !path.includes('/dist/'))
    .toSorted();
}

export const allFiles = (): string[] => ROOMS.flatMap(filesOf);

export const isCode = (path: string): boolean => /\.(ts|tsx|mjs|cjs)$/u.test(path);

export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

export const linesOf = (text: string): number => text.replace(/\n$/u, '').split('\n').length;
