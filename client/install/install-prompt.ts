/** The browser's own offer to install, kept for the card that speaks of it: it comes once, often before any page asks. */
import { signal } from '@preact/signals';

/** Chrome, Edge and Samsung Internet alone have it; no type of the DOM names it. */
interface InstallPrompt extends Event {
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

export const installPrompt = signal<InstallPrompt | null>(null);

const isPrompt = (event: Event): event is InstallPrompt => 'prompt' in event;

export function keepInstallPrompt(): void {
  window.addEventListener('beforeinstallprompt', event => {
    event.preventDefault(); // no banner over a page: the card has a button
    if (isPrompt(event)) installPrompt.value = event;
  });
  window.addEventListener('appinstalled', () => {
    installPrompt.value = null;
  });
}

export const isInstalled = (): boolean => window.matchMedia('(display-mode: standalone)').matches;
