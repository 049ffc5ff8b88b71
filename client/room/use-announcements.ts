/** Speaks the room's changes into the page's two live regions; counts of those ahead at most every five seconds. */
import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SessionId } from '../../machines/ids.ts';
import type { Live } from '../live/live.ts';
import { announce } from '../ui/live-regions.tsx';
import { announcementsOver } from './announcements.ts';
import { lookOf } from './look.ts';
import { useRoom } from './room-context.ts';

const STATUS_EVERY_MS = 5_000;

/** As long as the connection is held: whoever leaves the page and comes back was told. */
const approached = new WeakMap<Live, Set<SessionId>>();

export function useAnnouncements(): void {
  const room = useRoom();
  useEffect(() => {
    const near = approached.get(room.live) ?? new Set();
    approached.set(room.live, near);
    const announcementsAt = announcementsOver(near);
    let saidAt = -Infinity;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const status = (text: string): void => {
      clearTimeout(waiting);
      const wait = Math.max(0, saidAt + STATUS_EVERY_MS - performance.now());
      waiting = setTimeout(() => {
        saidAt = performance.now();
        announce('status', text);
      }, wait);
    };
    const end = effect(() => {
      const now = lookOf(room);
      if (now === null) return;
      const said = announcementsAt(now, room.standing.peek()?.session?.id ?? null);
      const alerts = said.flatMap(({ region, text }) => (region === 'alert' ? text : []));
      if (alerts.length > 0) announce('alert', alerts.join(' '));
      for (const { text, kept } of said) if (kept === true) room.feed.note(text);
      const last = said.findLast(({ region }) => region === 'status');
      if (last !== undefined) status(last.text);
    });
    return () => {
      end();
      clearTimeout(waiting);
    };
  }, [room]);
}
