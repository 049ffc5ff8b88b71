/** What this browser can do about push, and doing it: subscribing at a gesture, for the sign-in that asks. */
import { signal } from '@preact/signals';
import type { NotificationSettings } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import type { Answer } from '../http/call.ts';
import type { BellRealm } from './bells.ts';

export type PushState =
  | 'ask'
  | 'on'
  /** The person said no, and only they can take it back, in the browser's own settings. */
  | 'refused'
  /** An iPhone or iPad shows none until the application stands on its home screen. */
  | 'installFirst'
  | 'none';

const STATES = { default: 'ask', granted: 'on', denied: 'refused' } as const;

export const pushState = signal<PushState>(firstState());

function firstState(): PushState {
  if (
    typeof Notification !== 'undefined' &&
    typeof PushManager !== 'undefined' &&
    'serviceWorker' in navigator
  )
    return STATES[Notification.permission];
  return isApple() ? 'installFirst' : 'none';
}

/** An iPad says that it is a Mac, with fingers. */
export function isApple(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  return /iPhone|iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
}

export type Subscribed =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed'; readonly text: string };

const NO_SERVICE =
  'Ce navigateur n’a pas pu s’inscrire auprès de son service de notifications. Réessayez plus tard.';

/** At a gesture: the browser asks the person. @param key the installation's public key. */
export async function subscribe(realm: BellRealm, key: string): Promise<Subscribed> {
  pushState.value = STATES[await Notification.requestPermission()];
  if (pushState.peek() !== 'on') return { kind: 'refused' };
  try {
    const registration = await navigator.serviceWorker.ready;
    const known = await registration.pushManager.getSubscription();
    // Of another pair of keys, a subscription is good for nothing.
    if (known !== null && !isOfKey(known, key)) await known.unsubscribe();
    const subscription = await registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: bytesOf(key),
    });
    const answer = await send(realm, subscription);
    return answer.kind === 'ok' ? { kind: 'done' } : { kind: 'failed', text: answer.text };
  } catch {
    return { kind: 'failed', text: NO_SERVICE };
  }
}

/** Where the key is not at hand: nothing is to be done where this installation sends none. */
export async function subscribeAsked(realm: BellRealm): Promise<Subscribed> {
  const answer = await call<NotificationSettings>(`/me/notifications/settings?realm=${realm}`);
  if (answer.kind !== 'ok') return { kind: 'failed', text: textOf(answer) };
  return answer.value.pushKey === null ? { kind: 'done' } : subscribe(realm, answer.value.pushKey);
}

/** Where the browser has been given another endpoint meanwhile the account is told, without a gesture. */
export async function renewSubscription(realm: BellRealm, key: string): Promise<void> {
  if (pushState.peek() !== 'on') return;
  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = await registration?.pushManager.getSubscription();
  if (subscription && isOfKey(subscription, key)) await send(realm, subscription);
}

function send(realm: BellRealm, subscription: PushSubscription): Promise<Answer<null>> {
  const { endpoint, keys } = subscription.toJSON();
  return call<null>(`/me/push?realm=${realm}`, { method: 'POST', body: { endpoint, keys } });
}

function isOfKey({ options }: PushSubscription, key: string): boolean {
  const own = options.applicationServerKey;
  if (own === null) return false;
  const [bytes, expected] = [new Uint8Array(own), bytesOf(key)];
  return bytes.length === expected.length && bytes.every((byte, index) => byte === expected[index]);
}

/** Base64url to bytes. */
function bytesOf(key: string): Uint8Array<ArrayBuffer> {
  const binary = atob(key.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, character => character.charCodeAt(0));
}
