/** The service worker's events: the shell kept and handed out, a new version at a press only, pushes shown and opened. */
import { answering, isRoom } from './answering.ts';
import { shownOf } from './shown.ts';

declare const self: ServiceWorkerGlobalScope;
/** Written by plugin.ts: the files of this version, and a name that changes with them. */
declare const FILES_OF_VERSION: readonly string[];
declare const NAME_OF_VERSION: string;

const PREFIX = 'application-';
const CACHE = PREFIX + NAME_OF_VERSION;
const SHELL = '/';
const PATIENCE_MS = 3_000; // a corridor's network: after that the page we have is better than a blank one
const files = new Set(FILES_OF_VERSION);

self.addEventListener('install', event => event.waitUntil(install()));

/**
 * One after the other: a session may be going on over this line. What is named after its content comes from the version
 * before or from what the page has just loaded.
 */
async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const path of FILES_OF_VERSION) {
    const named = path.startsWith('/assets/');
    const known = named ? await caches.match(path) : undefined;
    const response = known ?? (await fetch(path, { cache: named ? 'default' : 'no-cache' }));
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    await cache.put(path, response);
  }
}

self.addEventListener('activate', event => event.waitUntil(activate()));

/** The version before stays one more: a window that still runs it may open a page that it has not loaded yet. */
async function activate(): Promise<void> {
  const names = (await caches.keys()).filter(name => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(names.slice(0, -1).map(name => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener('fetch', event => {
  switch (answering(event.request, self.location.origin, files)) {
    case 'notOurs':
      return;
    case 'page':
      return event.respondWith(page(event.request));
    case 'asset':
      return event.respondWith(kept(event.request).then(found => found ?? fetch(event.request)));
    case 'file':
      return event.respondWith(networkFirst(event.request, event.request.url));
  }
});

const page = (request: Request): Promise<Response> => networkFirst(request, SHELL);

/** A server that is there and fails gives the copy too: its proxy's page would be nobody's. */
async function networkFirst(request: Request, copy: string): Promise<Response> {
  const asked = fetch(request);
  const late = new Promise<null>(resolve => setTimeout(() => resolve(null), PATIENCE_MS));
  const first = await Promise.race([asked.catch(() => null), late]);
  if (first !== null && first.status < 500) return first;
  return (await kept(copy)) ?? asked;
}

/** Of this version, else of one before. */
async function kept(request: Request | string): Promise<Response | undefined> {
  const cache = await caches.open(CACHE);
  return (await cache.match(request)) ?? (await caches.match(request));
}

/** A page asks for the new version: not while somebody else's window is in a room, whose files would change under it. */
self.addEventListener('message', event => {
  if (event.data !== 'takeOver' || !(event.source instanceof Client)) return;
  const asker = event.source.id;
  event.waitUntil(
    windows().then(open => {
      const busy = open.some(({ id, url }) => id !== asker && isRoom(new URL(url).pathname));
      return busy ? undefined : self.skipWaiting();
    }),
  );
});

self.addEventListener('push', event => event.waitUntil(show(event.data?.text() ?? null)));

/** Silent for who is looking at a page of ours: it tells by itself. Something is shown always, or browsers take push away. */
async function show(text: string | null): Promise<void> {
  const { title, href, ...look } = shownOf(text, Date.now());
  const open = await windows();
  for (const window of open) window.postMessage('pushed', []);
  const icons = { icon: '/icon-192.png', badge: '/badge-96.png' };
  const silent = open.some(({ focused }) => focused);
  await self.registration.showNotification(title, { ...look, ...icons, silent, lang: 'fr', data: href });
}

self.addEventListener('notificationclick', event => {
  event.notification.close();
  event.waitUntil(open(String(event.notification.data)));
});

/** The window that is there already, else any of ours led there unless it is in a room, else a new one. */
async function open(href: string): Promise<void> {
  const all = await windows();
  const there = all.find(({ url }) => new URL(url).pathname === href);
  if (there !== undefined) return void (await there.focus());
  const free = all.find(({ url }) => !isRoom(new URL(url).pathname));
  if (free === undefined) return void (await self.clients.openWindow(href));
  await free.focus();
  await free.navigate(href).catch(() => self.clients.openWindow(href)); // of a page that we do not control
}

const windows = (): Promise<readonly WindowClient[]> =>
  self.clients.matchAll({ type: 'window', includeUncontrolled: true });
