/** System notifications of the room (domain §3: one at the first crossing to four ahead, one at one's turn), where the person allowed them. */
import { signal } from '@preact/signals';

/** `none`: this browser shows none from a page. */
export type NotifierState = 'ask' | 'on' | 'refused' | 'none';

const STATES = { default: 'ask', granted: 'on', denied: 'refused' } as const;

export const notifier = signal<NotifierState>(
  typeof Notification === 'undefined' ? 'none' : STATES[Notification.permission],
);

/** At a gesture: the browser asks the person. */
export async function askForNotifications(): Promise<void> {
  if (notifier.peek() === 'none') return;
  notifier.value = STATES[await Notification.requestPermission()];
}

/**
 * Only while nobody looks at the page: a person who sees it needs none. One of a `tag` takes the place of another, a push
 * of the same moment too.
 */
export function notify(tag: string, title: string, body: string): void {
  if (notifier.peek() !== 'on' || document.visibilityState === 'visible') return;
  try {
    const shown = new Notification(title, { tag, body, requireInteraction: true });
    shown.addEventListener('click', () => {
      window.focus();
      shown.close();
    });
  } catch {
    void notifyByWorker(tag, title, body); // phones show none from a page
  }
}

async function notifyByWorker(tag: string, title: string, body: string): Promise<void> {
  try {
    const registration = await navigator.serviceWorker?.getRegistration();
    if (registration === undefined) throw new Error('no service worker');
    const look = {
      icon: '/icon-192.png',
      badge: '/badge-96.png',
      lang: 'fr',
      data: window.location.pathname,
    };
    await registration.showNotification(title, { tag, body, requireInteraction: true, ...look });
  } catch {
    notifier.value = 'none';
  }
}
