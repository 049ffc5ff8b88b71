/** Puts the reader of the API's description beside the pages: `openapi-explorer.js`, asked for by `/api/docs` alone. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** Its one browser file, whole: nothing is fetched from elsewhere. Last, so that no telephone keeps it (service-worker). */
export function apiDescription(): Plugin {
  return {
    name: 'api-description',
    apply: 'build',
    enforce: 'post',
    generateBundle() {
      const manifest = createRequire(import.meta.url).resolve('openapi-explorer/package.json');
      const file = join(dirname(manifest), 'dist/browser/openapi-explorer.min.js');
      this.emitFile({ type: 'asset', fileName: 'openapi-explorer.js', source: readFileSync(file) });
    },
  };
}
