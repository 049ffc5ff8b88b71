/** What the test asks of this browser: what it can do, how fast the site answers, its battery. Thin: nothing is judged here. */
import type { Ms } from '../../machines/ids.ts';
import type { Realm } from '../../machines/wire/frames.ts';
import type { NotificationSettings } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import { browserParts } from '../live/parts.ts';
import type { LiveParts } from '../live/parts.ts';
import { reachOf } from '../notifications/reach.ts';
import { beTold } from '../room/be-told.ts';
import { askForNotifications } from '../room/notifier.ts';
import type { NotifierState } from '../room/notifier.ts';
import { keep, kept } from '../ui/storage.ts';
import { browserName } from '../ui/browser-name.ts';
import type { BrowserName } from '../ui/browser-name.ts';
import type { Features, Woken } from './judge-device.ts';

export interface DeviceParts {
  readonly live: LiveParts;
  readonly browser: BrowserName;
  online(): boolean;
  /** How long one small question to the site took; null: no answer. */
  askSite(): Promise<Ms | null>;
  features(): Promise<Features>;
  /** As the browser has it now: it may have been changed in its settings meanwhile. */
  notifications(): NotifierState;
  /** Whether push wakes this device for who is signed in. */
  woken(realm: Realm): Promise<Woken>;
  /** At a gesture, as in the room. @returns in words what failed. */
  beTold(realm: Realm): Promise<string | null>;
  /** Calls `act` with how long the page was hidden, each time that it is seen again; returns what ends it. */
  onSeenAgain(act: (hiddenMs: Ms) => void): () => void;
}

/** At the page, never at import. */
export function deviceParts(): DeviceParts {
  return {
    live: browserParts,
    browser: browserName(navigator.userAgent, navigator.maxTouchPoints),
    online: () => navigator.onLine,
    async askSite() {
      const from = performance.now();
      const answer = await call('/settings');
      return answer.kind === 'ok' ? performance.now() - from : null;
    },
    features: readFeatures,
    notifications: () =>
      typeof Notification === 'undefined' ? 'none' : PERMISSIONS[Notification.permission],
    async woken(realm) {
      if (realm === 'public') return 'nobody';
      if (realm === 'moderator') return 'noPush';
      const answer = await call<NotificationSettings>(`/me/notifications/settings?realm=${realm}`);
      return answer.kind === 'ok' ? reachOf(answer.value) : { failed: textOf(answer) };
    },
    async beTold(realm) {
      if (realm === 'intern' || realm === 'mandatary') return beTold(realm);
      await askForNotifications();
      return null;
    },
    onSeenAgain(act) {
      let since: Ms | null = null;
      const changed = (): void => {
        if (document.hidden) since = Date.now();
        else if (since !== null) act(Date.now() - since);
      };
      document.addEventListener('visibilitychange', changed);
      return () => document.removeEventListener('visibilitychange', changed);
    },
  };
}

const PERMISSIONS = { default: 'ask', granted: 'on', denied: 'refused' } as const;

async function readFeatures(): Promise<Features> {
  const finger = matchMedia('(pointer: coarse)').matches;
  return {
    secure: window.isSecureContext,
    cookies: navigator.cookieEnabled,
    storage: canStore(),
    modern:
      'any' in AbortSignal && 'showModal' in HTMLDialogElement.prototype && 'toSorted' in Array.prototype,
    worker: 'serviceWorker' in navigator,
    sound: 'AudioContext' in window,
    vibration: finger ? 'vibrate' in navigator : null,
    battery: await readBattery(),
  };
}

const PROBE = 'essai-de-poste';

function canStore(): boolean {
  keep(PROBE, 'oui');
  return kept(PROBE) === 'oui';
}

const BATTERY_WITHIN_MS = 1_000;

const after = (ms: Ms): Promise<null> => new Promise(resolve => void setTimeout(resolve, ms, null));

/** Chromium alone says it. */
async function readBattery(): Promise<Features['battery']> {
  const asking = navigator as Navigator & {
    getBattery?: () => Promise<{ readonly level: number; readonly charging: boolean }>;
  };
  if (asking.getBattery === undefined) return null;
  // Some never answer, a page in the background among them.
  const known = await Promise.race([asking.getBattery().catch(() => null), after(BATTERY_WITHIN_MS)]);
  return known === null ? null : { level: known.level, charging: known.charging };
}
