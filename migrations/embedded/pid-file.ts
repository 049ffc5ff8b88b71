/** What a server says of itself in `postmaster.pid` of its data directory (its line numbers are PostgreSQL's). */
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Place } from './place.ts';

export interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** Null where there is none, or it is just being written. */
export function readPidFile(place: Place): PidFile | null {
  const lines = read(pathOf(place))?.split('\n');
  const pid = Number(lines?.[0]);
  if (!lines || !pid) return null;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' };
}

/** A file whose process is no server of this folder blocks every start: usual after a container's restart. */
export function removePidFile(place: Place): void {
  rmSync(pathOf(place), { force: true });
}

export const pidFileExists = (place: Place): boolean => read(pathOf(place)) !== null;

/** Whether the process of the file is, as far as can be seen, a server of this data directory. */
export function isOurServer(place: Place, pid: number): boolean {
  if (commandOf(pid) !== 'postgres') return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(place.data); // a server works in its data directory
  } catch {
    return process.platform !== 'linux'; // no /proc: the name must do
  }
}

function commandOf(pid: number): string | null {
  const comm = read(`/proc/${pid}/comm`);
  if (comm !== null || process.platform === 'linux') return comm?.trim() ?? null;
  try {
    return path.basename(execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).trim());
  } catch {
    return null; // no such process
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

const pathOf = (place: Place): string => path.join(place.data, 'postmaster.pid');
