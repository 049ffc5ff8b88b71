/**
 * A real Chromium for the stories, with nothing installed: `CHROME_PATH` where it is set, else the browser that comes
 * inside an npm package (Linux x64), else the system's Chrome. One unpacking per machine, shared by every run.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium as playwright } from 'playwright-core';

const VERSION = '147.0.0'; // of @sparticuz/chromium, as pinned
const UNPACKED = join(tmpdir(), `amphitheatre-chromium-${VERSION}`);

/** Ours, not the package's list: that one switches web security off. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--headless=shell',
  '--no-zygote',
  '--disable-gpu',
  '--disable-background-networking',
];

const SYSTEM_CHROMES = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

interface Executable {
  readonly path: string;
  readonly environment: Readonly<Record<string, string>>;
}

let found: Promise<Executable> | null = null;

/** A new browser process; the caller closes it. Asked for twice at once, it unpacks once. */
export async function openBrowser(): Promise<Browser> {
  found ??= findExecutable();
  const { path, environment } = await found;
  return playwright.launch({
    executablePath: path,
    args: [...ARGUMENTS],
    env: { ...definedEnvironment(), ...environment }, // the libraries are for the browser only
    timeout: 30_000,
  });
}

async function findExecutable(): Promise<Executable> {
  const asked = process.env['CHROME_PATH'];
  if (asked !== undefined && asked !== '') return { path: asked, environment: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return unpacked();
  const system = SYSTEM_CHROMES.find(path => existsSync(path));
  if (system === undefined)
    throw new Error('No browser for the stories: install Chrome or set CHROME_PATH to its executable.');
  return { path: system, environment: {} };
}

/** The package unpacks into `TMPDIR` whatever stands there, so it gets a folder of its own, renamed when whole. */
async function unpacked(): Promise<Executable> {
  if (!existsSync(UNPACKED)) {
    const half = `${UNPACKED}.${process.pid}`;
    mkdirSync(half, { recursive: true });
    await withEnvironment({ TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }, async () => {
      const { default: packed } = await import('@sparticuz/chromium');
      await packed.executablePath();
    });
    try {
      renameSync(half, UNPACKED);
    } catch {
      rmSync(half, { recursive: true, force: true }); // another run was quicker: its folder is as good
    }
  }
  return {
    path: join(UNPACKED, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: join(UNPACKED, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(UNPACKED, 'fonts'),
    },
  };
}

async function withEnvironment(
  values: Readonly<Record<string, string>>,
  act: () => Promise<void>,
): Promise<void> {
  const before = Object.keys(values).map(name => [name, process.env[name]] as const);
  Object.assign(process.env, values);
  // The package also writes these two: they would reach every child of ours.
  const written = ['LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME'].map(
    name => [name, process.env[name]] as const,
  );
  try {
    await act();
  } finally {
    for (const [name, value] of [...before, ...written]) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
