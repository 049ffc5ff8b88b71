/** Registers the service worker and tells when a new version waits. Without one everything works, with the network. */
import { signal } from '@preact/signals';

/** A version newer than this page is ready. */
export const newVersion = signal<ServiceWorker | null>(null);

const LOOK_EVERY_MS = 30 * 60_000; // a page may stay open for days; the browser itself looks at each navigation

/** Once the first page stands: its files come first over a slow line. */
export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  try {
    const registration = await navigator.serviceWorker.register('/service-worker.js');
    const noteWaiting = (): void => {
      // Without a controller it is the first one: this page is of its version.
      if (registration.waiting !== null && navigator.serviceWorker.controller !== null)
        newVersion.value = registration.waiting;
    };
    noteWaiting();
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', noteWaiting);
    });
    setInterval(() => void (document.hidden || registration.update().catch(() => undefined)), LOOK_EVERY_MS);
  } catch {
    // Refused (a private window, a full device): the pages need the network then, and say so when it is away.
  }
}

/**
 * At a press. Where the worker takes over, the page is loaded once it has; where another window is in a room it stays as
 * it is, and this page comes from the network, new all the same.
 */
export function takeNewVersion(waiting: ServiceWorker): void {
  const reload = (): void => window.location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
  waiting.postMessage('takeOver', []);
  setTimeout(reload, 1_500);
}
