/** Builds the service worker into the bundle: `service-worker.js` with the list of this version's files, and its off switch. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Moderators sit at a desk: their pages are not brought to every phone. */
const DESK = /\/client\/(?:desk|day|left|prepare|chart|second-factor|moderators|files)\//u;
const DESK_LIBRARY = /\/node_modules\/(?:@dagrejs|@simplewebauthn|uqr)\//u;
const FILES = /\.(?:js|css|woff2)$/u;

export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const assets: string[] = [];
      for (const file of Object.values(bundle)) {
        const desk =
          file.type === 'chunk' &&
          file.moduleIds.length > 0 &&
          file.moduleIds.every(id => DESK.test(id) || DESK_LIBRARY.test(id));
        if (FILES.test(file.fileName) && !desk) assets.push(file.fileName);
      }
      const own = readdirSync(here('../public'));
      const files = ['/', ...[...assets, ...own].map(file => `/${file}`)].toSorted();
      const version = createHash('sha256').update(files.join('\n'));
      for (const file of own) version.update(readFileSync(join(here('../public'), file)));
      const page = bundle['index.html'];
      if (page?.type === 'asset') version.update(page.source);
      const define = {
        FILES_OF_VERSION: JSON.stringify(files),
        NAME_OF_VERSION: JSON.stringify(version.digest('hex').slice(0, 12)),
      };
      this.emitFile({
        type: 'asset',
        fileName: 'service-worker.js',
        source: await script('service-worker.ts', define),
      });
      this.emitFile({ type: 'asset', fileName: 'service-worker-off.js', source: await script('off.ts', {}) });
    },
  };
}

/** One classic script without imports: module workers are younger than the phones that come here. */
async function script(file: string, define: Readonly<Record<string, string>>): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    define: { ...define },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: here(file), formats: ['iife'], name: 'worker', fileName: () => 'worker.js' },
    },
  });
  for (const { output } of [built].flat().filter(one => 'output' in one)) return output[0].code;
  throw new Error(`${file} was not built`);
}
