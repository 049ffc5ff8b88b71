/**
 * The PostgreSQL server that the tests of this process share: the embedded one, in a temporary folder, started when
 * the first test asks for a database; or the one that TEST_DATABASE_URL names. The root hooks stop it.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { openEmbedded } from '../../migrations/embedded/open.ts';
import { migrate, openDatabase } from '../../migrations/open.ts';
import { atTheEnd } from './at-the-end.ts';

export interface TestServer {
  /** A new migrated database of its own; dropped when the server stops, where the test did not. */
  create(): Promise<string>;
  /** The same without a table: for the migrations' own tests. */
  createEmpty(): Promise<string>;
  drop(url: string): Promise<void>;
  stop(): Promise<void>;
}

let shared: Promise<TestServer> | null = null;

export function testServer(): Promise<TestServer> {
  if (!shared) {
    shared = start();
    atTheEnd(stop);
  }
  return shared;
}

async function stop(): Promise<void> {
  const running = shared;
  shared = null;
  await (await running)?.stop();
}

async function start(): Promise<TestServer> {
  const given = process.env['TEST_DATABASE_URL'];
  const { url, close } = given ? { url: given, close: async () => undefined } : await embedded();
  const us = randomBytes(4).toString('hex'); // a given server may be shared by several runs
  const template = `amphitheatre_template_${us}`;
  const made = new Set<string>();
  await run(url, `create database ${template}`);
  const database = await openDatabase(named(url, template), { poolMax: 2 });
  await migrate(database);
  const [version] = await database.sql<{ text: string }>('select version() as text');
  await database.close();
  process.stdout.write(`    (databases of these tests: ${version?.text.split(' on ')[0]})\n`);

  let count = 0;
  const remove = (name: string): Promise<void> => run(url, `drop database if exists ${name} with (force)`);
  const make = async (from: string): Promise<string> => {
    const name = `amphitheatre_test_${us}_${(count += 1)}`;
    await run(url, `create database ${name} ${from}`);
    made.add(name);
    return named(url, name);
  };
  return {
    create: () => make(`template ${template}`),
    createEmpty: () => make(''),
    async drop(of) {
      const name = new URL(of).pathname.slice(1);
      await remove(name);
      made.delete(name);
    },
    async stop() {
      for (const name of [...made, template]) await remove(name);
      await close();
    },
  };
}

const PREFIX = 'amphitheatre-tests-';
const FASTER = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

async function embedded(): Promise<{ url: string; close: () => Promise<void> }> {
  removeLeftovers();
  const folder = mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(folder, 0o755); // run as root, the server is another user's
  const log = {
    info: () => undefined,
    warn: (fields: object, event: string) =>
      void process.stderr.write(`${event} ${JSON.stringify(fields)}\n`),
  };
  const server = await openEmbedded({ folder, log, settings: FASTER });
  const close = async (): Promise<void> => {
    await server.close();
    rmSync(folder, { recursive: true });
  };
  return { url: server.url, close };
}

/** Folders of runs that were killed; their servers ended with them. */
function removeLeftovers(): void {
  for (const name of readdirSync(os.tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : 0;
    if (pid && !lives(pid)) rmSync(path.join(os.tmpdir(), name), { recursive: true, force: true });
  }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** One statement outside a transaction, on a connection of its own. */
async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function named(url: string, database: string): string {
  const at = new URL(url);
  at.pathname = `/${database}`;
  return at.href;
}
