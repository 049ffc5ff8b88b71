/** Web push in a browser that reaches no push service: its subscription is one of ours, everything else is the house's. */
import type { Page } from 'playwright-core';

/** From the next page on. */
export async function subscribesWith(
  page: Page,
  made: { readonly endpoint: string; readonly keys: object },
): Promise<void> {
  await page.addInitScript(
    `{
      Object.defineProperty(Notification, 'permission', { get: () => 'granted' }); // a browser without a screen asks nobody
      Notification.requestPermission = async () => 'granted';
      let kept = null;
      PushManager.prototype.getSubscription = async () => kept;
      PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
        const bytes = new Uint8Array(applicationServerKey);
        globalThis.subscribedKey = btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
        kept = {
          options: { applicationServerKey: bytes.buffer },
          toJSON: () => (${JSON.stringify(made)}),
          unsubscribe: async () => { kept = null; return true; },
        };
        return kept;
      };
    }`,
  );
}

/** The installation's public key that the page subscribed with. */
export const subscribedKey = (page: Page): Promise<string> => page.evaluate<string>('subscribedKey');

/** As the browser's push service would: to the worker, which may not be running. */
export async function delivered(page: Page, message: object): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const registration = new Promise<string>(resolve => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [one] = registrations;
      if (one !== undefined) resolve(one.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  const origin = new URL(page.url()).origin;
  const data = JSON.stringify(message);
  await session.send('ServiceWorker.deliverPushMessage', {
    origin,
    registrationId: await registration,
    data,
  });
  await session.detach();
}
