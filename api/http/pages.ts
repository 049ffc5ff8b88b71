/** The built client: its files as they are, and its one page for every other address, so that links open where they point. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { ApiEnv } from './api.ts';

/** Where `vite build` puts it, seen from the sources and from the compiled server; null where it is not built. */
export function builtClient(): string | null {
  const places = ['../../dist/client', '../../../client'].map(place =>
    fileURLToPath(new URL(place, import.meta.url)),
  );
  return places.find(place => existsSync(`${place}/index.html`)) ?? null;
}

/** @param serviceWorker off: the one that takes itself away stands at its address, for browsers that still have one. */
export function pages(folder: string, serviceWorker: 'on' | 'off'): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.use(async (context, next) => {
    await next();
    context.res.headers.set('cache-control', cacheControl(context.req.path, context.res.status));
  });
  if (serviceWorker === 'off')
    routes.get('/service-worker.js', serveStatic<ApiEnv>({ root: folder, path: 'service-worker-off.js' }));
  routes.get('*', serveStatic<ApiEnv>({ root: folder, precompressed: true }));
  const onePage = serveStatic<ApiEnv>({ root: folder, path: 'index.html', precompressed: true });
  // The same page, that asks for the room's files at once (client/room-page.ts).
  const roomPage = serveStatic<ApiEnv>({ root: folder, path: 'room.html', precompressed: true });
  routes.get('*', async (context, next) => (ROOM.test(context.req.path) ? roomPage(context, next) : next()));
  // A missing file of ours is a 404, not the page: a stale page would take it for a script.
  routes.get('*', async (context, next) =>
    /\.\w+$/.test(context.req.path) ? next() : onePage(context, next),
  );
  return routes;
}

const ROOM = /^\/(?:ma-session|procuration|amphi-blanc\/\d+)$/;

/** Vite names what is in `assets` after its content; all else is asked for again. */
function cacheControl(path: string, status: number): string {
  return status === 200 && path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}
