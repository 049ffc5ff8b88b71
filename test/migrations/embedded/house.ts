/** Starts `house-process.ts` in a folder of its own and ends it in every way a house can end. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';

export interface House {
  readonly pid: number;
  readonly url: string;
  readonly port: number;
  /** Sends the signal, to the whole process group where `group`, and waits for the end. */
  kill(signal: NodeJS.Signals, group?: 'group'): Promise<void>;
  /** The normal end. */
  stop(): Promise<void>;
}

export interface HouseOptions {
  readonly transaction?: boolean;
  readonly uid?: number;
}

const PROCESS = fileURLToPath(new URL('house-process.ts', import.meta.url));

/** @throws Error named by the reason, where the house refuses to start. */
export async function startHouse(folder: string, { transaction, uid }: HouseOptions = {}): Promise<House> {
  const args = ['--import', 'tsx', PROCESS, folder, ...(transaction ? ['transaction'] : [])];
  const child = spawn(process.execPath, args, {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const ended = once(child, 'exit');
  const told = await firstLine(child);
  const pid = child.pid;
  if (!('url' in told) || pid === undefined) throw new Error(String(told['refused']));
  const { url, port } = told as { url: string; port: number };
  return {
    pid,
    url,
    port,
    async kill(signal, group) {
      process.kill(group ? -pid : pid, signal);
      await ended;
    },
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<Record<string, unknown>> {
  if (!child.stdout) throw new Error('no output to read');
  for await (const line of createInterface({ input: child.stdout }))
    return JSON.parse(line) as Record<string, unknown>;
  throw new Error('the house said nothing');
}

/** A folder that the server's user can reach, and what removes it. */
export function temporaryFolder(mode = 0o755, uid?: number): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'amphitheatre-house-'));
  chmodSync(folder, mode);
  if (uid !== undefined) chownSync(folder, uid, uid);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Rows of one statement, on a connection of its own. */
export async function ask<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What the house of `house-process.ts` kept. */
export async function kept(url: string): Promise<string[]> {
  return (await ask<{ text: string }>(url, 'select text from kept order by ctid')).map(row => row.text);
}

export const QUIET = { info: () => undefined, warn: () => undefined };
