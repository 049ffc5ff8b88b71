/** How the client is built (`npm run build`, and by `npm start` where it is not built yet) and served in development. */
import { fileURLToPath } from 'node:url';
import { preact } from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { apiDescription } from './api-description.ts';
import { fileNames } from './chunks.ts';
import { compressed } from './compressed.ts';
import { roomPage } from './room-page.ts';
import { serviceWorker } from './service-worker/plugin.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// oxlint-disable-next-line import/no-default-export -- the form Vite asks for
export default defineConfig({
  root: here('.'),
  publicDir: here('public'),
  plugins: [
    preact({ devToolsEnabled: false, prefreshEnabled: false }),
    roomPage(),
    serviceWorker(),
    apiDescription(),
    compressed(),
  ],
  build: {
    outDir: here('../dist/client'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0, // a data: address would need a weaker policy (facts.md §9)
    rolldownOptions: {
      output: {
        // A module's own imports would pull the session's chart into every page.
        codeSplitting: { groups: [{ name: fileNames(), includeDependenciesRecursively: false }] },
      },
    },
    modulePreload: { polyfill: false }, // it is an inline script
  },
  // `npx vite client` beside a running house: pages from the sources, everything else from the house.
  server: { port: 5173, strictPort: true, proxy: { '/api': { target: 'http://localhost:3000' } } },
});
