/** Builds the pages where they are missing or older than their sources, in a child process: nothing slow runs in ours. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILT = join(ROOT, 'dist', 'client', 'index.html');
const VITE = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
const SOURCES = ['client', 'machines', 'package-lock.json'];

export type ClientBuild =
  | { readonly kind: 'fresh' }
  | { readonly kind: 'built'; readonly ms: number }
  /** What Vite said. */
  | { readonly kind: 'failed'; readonly output: string };

export async function buildClient(): Promise<ClientBuild> {
  if (isFresh()) return { kind: 'fresh' };
  const begun = Date.now();
  const child = spawn(process.execPath, [VITE, 'build', '--config', 'client/vite.config.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (output += String(text)));
  const [code] = await once(child, 'close');
  return code === 0 ? { kind: 'built', ms: Date.now() - begun } : { kind: 'failed', output };
}

/** Compiled servers are built together with the pages: there are no sources beside them to be older than. */
function isFresh(): boolean {
  if (!existsSync(VITE) || !existsSync(join(ROOT, 'client', 'vite.config.ts'))) return true;
  if (!existsSync(BUILT)) return false;
  const built = statSync(BUILT).mtimeMs;
  return SOURCES.every(source => newest(join(ROOT, source)) < built);
}

function newest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), mtimeMs);
}
