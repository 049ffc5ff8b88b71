/** How long a newcomer waits: `npm start` on a fresh copy of the project, then once more, until a usable page. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePair } from '../support/house.ts';

export interface StartTimes {
  readonly firstSeconds: number;
  readonly secondSeconds: number;
}

const ROOT = join(import.meta.dirname, '..', '..');
const NOT_COPIED = new Set(['node_modules', 'dist', '.data', '.git', 'results', 'coverage', '.cache']);
const WITHIN_MS = 60_000;

export async function startTimes(): Promise<StartTimes> {
  const copy = freshCopy();
  const port = await freePair();
  try {
    const firstSeconds = await timeStart(copy, port);
    return { firstSeconds, secondSeconds: await timeStart(copy, port) };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The project as after `npm ci`: nothing built, no data. The installed parts are linked, not copied. */
function freshCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'amphitheatre-fresh-'));
  chmodSync(folder, 0o755);
  for (const name of readdirSync(ROOT).filter(entry => !NOT_COPIED.has(entry)))
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

async function timeStart(project: string, port: number): Promise<number> {
  const began = performance.now();
  const house = spawn('npm', ['start'], {
    cwd: project,
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // its whole group is ended together, as Ctrl-C does
  });
  let said = '';
  for (const stream of [house.stdout, house.stderr]) stream.on('data', text => (said += String(text)));
  try {
    while (!(await isUsable(`http://localhost:${port}`))) {
      if (house.exitCode !== null) throw new Error(`npm start ended with ${house.exitCode}:\n${said}`);
      if (performance.now() - began > WITHIN_MS) throw new Error(`npm start gave no usable page:\n${said}`);
      await wait(20);
    }
    return (performance.now() - began) / 1000;
  } finally {
    await endGroup(house);
  }
}

/** The page, its script and the first answer of the API. */
async function isUsable(url: string): Promise<boolean> {
  try {
    const page = await (await fetch(url, { headers: { accept: 'text/html' } })).text();
    const script = /<script[^>]+src="([^"]+)"/u.exec(page)?.[1];
    if (script === undefined) return false;
    const answers = await Promise.all([fetch(new URL(script, url)), fetch(`${url}/api/amphitheatres`)]);
    await Promise.all(answers.map(answer => answer.arrayBuffer()));
    return answers.every(answer => answer.ok);
  } catch {
    return false;
  }
}

async function endGroup(house: ChildProcess): Promise<void> {
  if (house.exitCode !== null || house.pid === undefined) return;
  const gone = once(house, 'exit');
  process.kill(-house.pid, 'SIGINT');
  await gone;
}
