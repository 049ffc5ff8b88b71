/** One bell per sign-in of this browser: its newest entries, what is unread and until when all was read, as signals. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Ms } from '../../machines/ids.ts';
import type { BellPage } from '../http/answers.ts';
import { call } from '../http/call.ts';
import { entryOf } from './entry.ts';
import type { FeedEntry } from './entry.ts';

export type BellRealm = 'intern' | 'mandatary';

export interface Bell {
  readonly entries: ReadonlySignal<readonly FeedEntry[]>;
  /** Up to 100. */
  readonly unread: ReadonlySignal<number>;
  readonly readAt: ReadonlySignal<Ms>;
  /** Null until it was asked once; then whether the last question was answered. */
  readonly answered: ReadonlySignal<boolean | null>;
  /** @param now not long ago asked: asked again all the same. */
  refresh(now?: boolean): Promise<void>;
  /** One entry, here and on every other device. */
  read(entry: FeedEntry): Promise<void>;
  /** Everything up to that hour of the server. */
  readAll(until: Ms): Promise<void>;
  /** Whose it is now: of another account than before, nothing of the one before is shown. */
  open(email: string): void;
}

const FRESH_MS = 5_000; // from page to page one question is enough
const NEWEST = 25;

function openBell(realm: BellRealm, ask: typeof call = call): Bell {
  const entries = signal<readonly FeedEntry[]>([]);
  const unread = signal(0);
  const readAt = signal<Ms>(0);
  const answered = signal<boolean | null>(null);
  let askedAt = -Infinity;
  let life = 0;
  let whose: string | null = null;
  return {
    entries,
    unread,
    readAt,
    answered,
    async refresh(now = false) {
      if (!now && performance.now() - askedAt < FRESH_MS) return;
      askedAt = performance.now();
      const of = life;
      const answer = await ask<BellPage>(`/me/notifications?realm=${realm}&size=${NEWEST}`);
      if (of !== life) return;
      answered.value = answer.kind === 'ok';
      if (answer.kind !== 'ok') return;
      entries.value = answer.value.entries.map(entryOf);
      readAt.value = Math.max(readAt.peek(), answer.value.readAt ?? 0);
      unread.value = answer.value.unread;
    },
    async read({ key, place }) {
      // What came over the socket alone: the server is asked how it names it.
      if (place === null) await this.refresh(true);
      const named = place ?? entries.peek().find(entry => entry.key === key)?.place ?? null;
      if (named === null) return; // of this page alone
      const isNews = entries.peek().some(entry => entry.key === key && !entry.read);
      entries.value = entries.peek().map(entry => (entry.key === key ? { ...entry, read: true } : entry));
      if (isNews) unread.value = Math.max(0, unread.peek() - 1);
      const answer = await ask(`/me/notifications/${named}/read?realm=${realm}`, { method: 'PUT' });
      if (answer.kind !== 'ok') askedAt = -Infinity;
    },
    async readAll(until) {
      if (until <= readAt.peek()) return;
      readAt.value = until;
      unread.value = 0;
      entries.value = entries.peek().map(entry => ({ ...entry, read: entry.read || entry.at <= until }));
      const answer = await ask(`/me/notifications/read?realm=${realm}`, { method: 'POST', body: { until } });
      if (answer.kind !== 'ok') askedAt = -Infinity; // the next page asks what the server holds
    },
    open(email) {
      if (email === whose) return;
      whose = email;
      life += 1;
      askedAt = -Infinity;
      entries.value = [];
      unread.value = 0;
      readAt.value = 0;
      answered.value = null;
    },
  };
}

export const bells: Readonly<Record<BellRealm, Bell>> = {
  intern: openBell('intern'),
  mandatary: openBell('mandatary'),
};
