/** Stands at the service worker's address where it is switched off (`SERVICE_WORKER=off`): takes away what one of ours left. */

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(leave()));

/** Open windows go on without it; nothing is reloaded. */
export async function leave(): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name);
  await self.registration.unregister();
}
