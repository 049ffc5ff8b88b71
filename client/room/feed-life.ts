/**
 * The bell of one open room: what the account's bell holds, and on top of it what the socket and the page tell at once.
 * Read marks are the account's. A rehearsal has a bell of its own, which nothing keeps.
 */
import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Ms } from '../../machines/ids.ts';
import { bells } from '../notifications/bells.ts';
import type { Bell } from '../notifications/bells.ts';
import { unread } from '../notifications/entry.ts';
import type { FeedEntry } from '../notifications/entry.ts';
import { onCause } from '../notifications/on-cause.ts';
import { onLive } from '../notifications/on-live.ts';
import { feedOf, happenedIn, noticesFor, plain } from './feed.ts';
import type { RoomModel } from './model.ts';

export interface FeedLife {
  readonly entries: ReadonlySignal<readonly FeedEntry[]>;
  readonly unread: ReadonlySignal<number>;
  /** Something that happened, told by the room itself. */
  note(text: string): void;
  read(entry: FeedEntry): void;
  readAll(): void;
  close(): void;
}

export function feedLife({ live, standing, realm, identity }: RoomModel, rehearsal: boolean): FeedLife {
  const happened = signal<readonly FeedEntry[]>([]);
  const bell: Bell | null = rehearsal ? null : bells[realm];
  const readHere = signal<Ms>(0);
  const readAlone = signal<ReadonlySet<string>>(new Set());
  let pausedAt: Ms | null = null;
  const entries = computed(() => {
    const own = standing.value?.session?.id ?? null;
    const until = Math.max(readHere.value, bell?.readAt.value ?? 0);
    const isRead = ({ at, key, read, momentary }: FeedEntry): boolean =>
      read || momentary || at <= until || readAlone.value.has(key);
    return feedOf({
      notices: noticesFor(live.view.value?.state.sessions.values() ?? [], own),
      messages: live.you.value?.messages ?? [],
      happened: happened.value,
      directory: live.directory.value,
      kept: bell?.entries.value ?? [],
    }).map(entry => ({ ...entry, read: isRead(entry) }));
  });
  const add = (more: readonly FeedEntry[]): void => {
    if (more.length > 0) happened.value = [...happened.peek(), ...more];
  };
  const unlisten = live.onDelta(({ session, facts }) => {
    if (session === standing.peek()?.session?.id) add(happenedIn(facts, pausedAt));
  });
  const end = effect(() => {
    pausedAt = standing.value?.session?.paused?.at ?? pausedAt;
  });
  bell?.open(identity.email);
  void bell?.refresh();
  const ends =
    bell === null
      ? []
      : [onCause(() => void bell.refresh(true)), onLive(live, false, () => void bell.refresh(true))];
  return {
    entries,
    unread: computed(() => unread(entries.value)),
    note: text => add([plain(live.now(), text)]),
    read(entry) {
      readAlone.value = new Set([...readAlone.peek(), entry.key]);
      void bell?.read(entry);
    },
    readAll() {
      const newest = entries.peek()[0]?.at ?? 0;
      readHere.value = Math.max(readHere.peek(), newest);
      void bell?.readAll(newest);
    },
    close() {
      unlisten();
      end();
      for (const endAsking of ends) endAsking();
    },
  };
}
