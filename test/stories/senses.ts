/** What a page lets be heard, felt and seen beside itself: notes, vibrations, notifications, live regions, titles; nothing sounds in a test. */
import type { Page } from 'playwright-core';

export interface Senses {
  /** Hz, in the order they are played. */
  readonly notes: readonly number[];
  readonly vibrations: readonly (readonly number[])[];
  readonly notices: readonly { readonly title: string; readonly body: string }[];
  /** Sentences of the live regions, in the order they are spoken. */
  readonly alerts: readonly string[];
  readonly statuses: readonly string[];
  readonly titles: readonly string[];
}

/** Before the page's first address. The browser's own are taken away: what the page asks of them is kept. */
export async function keepSenses(page: Page): Promise<void> {
  await page.addInitScript(RECORDER);
}

export const sensed = (page: Page): Promise<Senses> => page.evaluate<Senses>('senses');

/** Forgets what was sensed so far, so that what follows stands alone. */
export const forgetSenses = (page: Page): Promise<void> =>
  page.evaluate<undefined>('for (const kept of Object.values(senses)) kept.length = 0');

/** Another window is in front of this one, as the page can tell. */
export const lookAway = (page: Page): Promise<void> => page.evaluate<undefined>('away = true');

const RECORDER = `
  window.senses = { notes: [], vibrations: [], notices: [], alerts: [], statuses: [], titles: [] };
  window.away = false;
  const silent = { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} };
  window.AudioContext = class {
    currentTime = 0;
    destination = null;
    async resume() {}
    createGain() { return { gain: silent, connect: to => to }; }
    createOscillator() {
      const frequency = { value: 0 };
      return { frequency, connect: to => to, start: () => senses.notes.push(frequency.value), stop() {} };
    }
  };
  Object.defineProperty(navigator, 'vibrate', { value: pattern => senses.vibrations.push(pattern) > 0 });
  window.Notification = class {
    static permission = 'default';
    static async requestPermission() { return (Notification.permission = 'granted'); }
    constructor(title, { body }) { senses.notices.push({ title, body }); }
    addEventListener() {}
    close() {}
  };
  PushManager.prototype.subscribe = async () => { throw new Error('a private window has no push service'); };
  Object.defineProperty(document, 'visibilityState', { get: () => (away ? 'hidden' : 'visible') });

  const last = new Map();
  const keep = (key, text, kept) => {
    if (text && last.get(key) !== text) kept.push(text.replaceAll('\\u200b', ''));
    last.set(key, text);
  };
  new MutationObserver(() => {
    const text = role => document.querySelector('[role=' + role + ']')?.textContent ?? '';
    keep('alert', text('alert'), senses.alerts);
    keep('status', text('status'), senses.statuses);
    keep('title', document.title, senses.titles);
  }).observe(document, { subtree: true, childList: true, characterData: true });
`;
